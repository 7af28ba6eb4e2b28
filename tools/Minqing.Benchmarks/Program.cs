using System.CommandLine;
using Minqing.Benchmarks.Regions;

var root = new RootCommand("Measures what the program promises.") { HelpName = "benchmarks" };
root.Add(RegionsBenchmark.Make());
return await root.Parse(args).InvokeAsync();
