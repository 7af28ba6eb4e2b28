using Minqing.Handset;

// The other end of the demonstration's SMS gateway: takes messages by HTTP and shows each number's as its phone would.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Routes.LargestBody);
if (builder.Configuration["urls"] is null)
{
    builder.WebHost.UseUrls("http://127.0.0.1:5312");
}

builder.Services.AddSingleton(_ => Inbox.Open(builder.Configuration["file"]));
var app = builder.Build();
app.MapHandset();
app.Run();
