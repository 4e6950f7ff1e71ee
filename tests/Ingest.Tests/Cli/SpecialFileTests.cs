using System.Diagnostics;
using System.Net.Sockets;
using Ingest.Cli.Files;

namespace Ingest.Tests.Cli;

/// <summary>What lies among files and is none.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SpecialFileTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public SpecialFileTests(AzuriteFixture azurite) => _cli.Use(azurite.ConnectionString, azurite.NewOptions());

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("up", "news", "--once")]
    [InlineData("drop", "news")]
    [InlineData("extract", "news")]
    public async Task A_pipe_in_a_folder_is_told_and_passed_over(params string[] args)
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.MakePipe("news/a.txt");

        var end = await _cli.RunAsync(args);

        Assert.Equal((0, "ingest: news/a.txt is a pipe, not a file, and is passed over."), (end.ExitCode, Assert.Single(end.ErrorLines)));
        Assert.Contains(args[0] == "extract" ? "The ferry was late" : "1 of 1 files uploaded", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_are_a_socket_and_a_link_to_a_device()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        File.CreateSymbolicLink(Path.Combine(_cli.Folder, "news", "b.txt"), "/dev/zero");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_cli.Folder, "news", "c.txt")));

        var end = await _cli.RunAsync("extract", "news");

        Assert.Equal(
            ["ingest: news/b.txt is a device, not a file,", "ingest: news/c.txt is a socket, not a file,"],
            end.ErrorLines.Order().Select(line => line.Replace(" and is passed over.", "", StringComparison.Ordinal)));
    }

    // The function is one of the runtime's own, which it may move or change.
    [Fact]
    public void What_tells_them_is_believed_only_when_it_knows_what_everybody_knows()
    {
        Assert.True(SpecialFile.Tells(SpecialFile.Stat));
        Assert.False(SpecialFile.Tells((path, status) => SpecialFile.Stat(path, status[4..])));
        Assert.False(SpecialFile.Tells((_, _) => 0));
        Assert.False(SpecialFile.Tells((_, _) => -1));
        Assert.False(SpecialFile.Tells((_, _) => throw new EntryPointNotFoundException()));
        Assert.False(SpecialFile.Tells((_, _) => throw new DllNotFoundException()));
    }

    [Fact]
    public async Task One_that_is_named_itself_is_refused_and_read_by_extract()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        _cli.MakePipe("pipe");
        using var writer = Process.Start(new ProcessStartInfo("sh", ["-c", "cat ferry.txt > pipe"]) { WorkingDirectory = _cli.Folder })!;

        var dropped = await _cli.RunAsync("drop", "pipe");
        var extracted = await _cli.RunAsync("extract", "pipe");

        Assert.Equal((2, "ingest: 'pipe' is a pipe, not a file."), (dropped.ExitCode, Assert.Single(dropped.ErrorLines)));
        Assert.Equal((0, ""), (extracted.ExitCode, extracted.Error));
        Assert.Contains("The ferry was late", extracted.Output, StringComparison.Ordinal);
        await writer.WaitForExitAsync();
    }
}
