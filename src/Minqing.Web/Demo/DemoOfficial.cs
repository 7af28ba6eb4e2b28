using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Demo;

/// <summary>A made-up official in a post: from these the demonstration's accounts are made. One person may come several times.</summary>
public sealed record DemoOfficial(
    PersonId Person, string Name, string Phone, PostId Post, Role Role, UnitId Unit, string UnitName, RegionId Region, string RegionCode, string RegionName);
