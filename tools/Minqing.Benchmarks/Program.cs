using System.CommandLine;
using Minqing.Benchmarks;
using Minqing.Benchmarks.Citizen;
using Minqing.Benchmarks.Intake;
using Minqing.Benchmarks.Lists;
using Minqing.Benchmarks.Regions;
using Minqing.Benchmarks.Running;
using Minqing.Benchmarks.Supervision;

var root = new RootCommand("Measures what the program promises.") { HelpName = "benchmarks" };
root.Add(IntakeBenchmark.Make());
root.Add(ListsBenchmark.Make());
root.Add(WatchBenchmark.Make());
root.Add(CitizenBenchmark.Make());
root.Add(AllBenchmarks.Make());
root.Add(RegionsBenchmark.Make());
root.Add(BacklogBenchmark.Make());
return await root.Parse(args).InvokeAsync();
