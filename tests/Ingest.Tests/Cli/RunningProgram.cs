using System.Diagnostics;
using System.Text;

namespace Ingest.Tests.Cli;

internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;
    private readonly Task _outputEnd;

    public RunningProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
        _outputEnd = ReadOutputAsync();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Waits until the program has printed <paramref name="text"/>.</summary>
    public async Task SeesAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_outputEnd.IsCompleted || watch.Elapsed > Patience)
                Assert.Fail($"The program never printed '{text}', but:\n{Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends its standard input after <paramref name="input"/> and waits for its end.</summary>
    public async Task<ProgramEnd> EndAsync(string input = "")
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _outputEnd.WaitAsync(Patience);
        return new ProgramEnd(_process.ExitCode, Output, await _error.WaitAsync(Patience));
    }

    /// <summary>As <c>kill</c> with its name for the signal: INT, TERM, KILL.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadOutputAsync()
    {
        var chunk = new char[4096];
        while (await _process.StandardOutput.ReadAsync(chunk) is > 0 and var count)
        {
            lock (_output)
                _output.Append(chunk, 0, count);
        }
    }
}

internal sealed record ProgramEnd(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
