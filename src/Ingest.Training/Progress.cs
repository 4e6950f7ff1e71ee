using System.Diagnostics;
using System.Globalization;

namespace Ingest.Training;

/// <summary>Says on standard error what is being done and how far it is.</summary>
internal sealed class Progress
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private double _said;

    public void Say(string text) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,7:F1} s  {text}"));

    /// <summary>A line every ten seconds at most.</summary>
    public void Update(string what, double share)
    {
        if (_clock.Elapsed.TotalSeconds < _said + 10)
            return;
        _said = _clock.Elapsed.TotalSeconds;
        Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {share:P0}"));
    }
}
