namespace Minqing.App.Kernel.Limiting;

/// <summary>How much one sender may do within ten minutes before being asked to wait. A phone network has many people behind one address.</summary>
public sealed record LimitSettings
{
    /// <summary>Of everybody on one node, before each must show that a person writes; eight times as many tries are the end.</summary>
    public int ReportsInAll { get; init; } = 6000;

    /// <summary>Before each must show that a person writes; eight times as many tries are the end.</summary>
    public int ReportsPerAddress { get; init; } = 120;

    public int ReportsPerDevice { get; init; } = 12;

    /// <summary>Before each must show that a person writes; eight times as many tries are the end.</summary>
    public int ReportsPerCode { get; init; } = 60;

    public int ReportsPerPhone { get; init; } = 8;

    /// <summary>Wrong pairs of number and query code.</summary>
    public int WrongCodesPerAddress { get; init; } = 30;

    public int WrongCodesPerNumber { get; init; } = 10;

    /// <summary>SMS codes asked for from one address, whatever the number.</summary>
    public int PhoneCodesPerAddress { get; init; } = 30;

    /// <summary>Different numbers that one member of staff looks up at the desk.</summary>
    public int CallersPerOperator { get; init; } = 60;

    public int UploadsPerAddress { get; init; } = 600;
}
