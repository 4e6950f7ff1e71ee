using System.Diagnostics;
using System.Text;

namespace Ingest.Tests.Cli;

internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Heard _output;
    private readonly Heard _error;

    public RunningProgram(Process process)
    {
        _process = process;
        _output = new Heard(process.StandardOutput);
        _error = new Heard(process.StandardError);
    }

    /// <summary>Waits until the program has printed <paramref name="text"/>.</summary>
    public Task SeesAsync(string text) => _output.WaitForAsync(text);

    /// <summary>As <see cref="SeesAsync"/>, on standard error.</summary>
    public Task SeesErrorAsync(string text) => _error.WaitForAsync(text);

    /// <summary>Ends its standard input after <paramref name="input"/> and waits for its end.</summary>
    public async Task<ProgramEnd> EndAsync(string input = "")
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience.Most);
        return new ProgramEnd(_process.ExitCode, await _output.AllAsync(), await _error.AllAsync());
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

    /// <summary>What comes out of one of its streams.</summary>
    private sealed class Heard
    {
        private readonly StringBuilder _text = new();
        private readonly Task _end;

        public Heard(StreamReader stream) => _end = ReadAsync(stream);

        private string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public async Task WaitForAsync(string text)
        {
            var watch = Stopwatch.StartNew();
            while (!Text.Contains(text, StringComparison.Ordinal))
            {
                if (_end.IsCompleted || watch.Elapsed > Patience.Most)
                    Assert.Fail($"The program never printed '{text}', but:\n{Text}");
                await Task.Delay(20);
            }
        }

        public async Task<string> AllAsync()
        {
            await _end.WaitAsync(Patience.Most);
            return Text;
        }

        private async Task ReadAsync(StreamReader stream)
        {
            var chunk = new char[4096];
            while (await stream.ReadAsync(chunk) is > 0 and var count)
            {
                lock (_text)
                    _text.Append(chunk, 0, count);
            }
        }
    }
}

internal sealed record ProgramEnd(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
