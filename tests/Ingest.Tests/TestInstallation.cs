using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Audit;
using Ingest.Delivery;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Watching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests;

/// <summary>
/// An installation of its own, and a tiny language in place of the text work, so that a test says exactly which rows there must be:
/// each line is an article, <c>Title; 2024-05-01; Name, Name; Speaker: what was said; Speaker &amp; Speaker: …</c>, or the name of what
/// can't be read beside it, <c>!name</c>; over <c>!engine</c> the engine fails. A file <c>!!engine</c> makes the engine fail over all of
/// it, as the extractor reports that; <c>!!bug</c> ends the delivery with an exception that nobody expects, <c>!!memory</c> with that of a
/// machine without memory.
/// </summary>
internal sealed class TestInstallation
{
    /// <summary>As a file's text: the blob is deleted.</summary>
    public const string Deleted = "(deleted)";

    private readonly AzuriteFixture _azurite;
    private readonly IngestOptions _options;
    private readonly BlobContainerClient _extractions;

    private TestInstallation(AzuriteFixture azurite, IngestOptions options)
    {
        _azurite = azurite;
        _options = options;
        Storage = azurite.Connect(_options);
        _extractions = new BlobContainerClient(azurite.ConnectionString, _options.ExtractionsContainer, StorageConnection.BlobOptions());
    }

    public IngestStorage Storage { get; }

    public BlobContainerClient Extractions => _extractions;

    /// <summary>The time by which runs are over.</summary>
    public FakeTimeProvider Clock { get; private init; } = new RunsClock();

    /// <summary>Of all its pipelines.</summary>
    public RecordingLog Log { get; } = new();

    public IOptions<IngestOptions> Options => Microsoft.Extensions.Options.Options.Create(_options);

    /// <summary>Without any container or table.</summary>
    public static TestInstallation Unprepared(AzuriteFixture azurite) => new(azurite, azurite.NewOptions());

    public static async Task<TestInstallation> OpenAsync(AzuriteFixture azurite, Action<IngestOptions>? configure = null)
    {
        var installation = Unprepared(azurite);
        configure?.Invoke(installation._options);
        await installation.Storage.EnsureCreatedAsync(CancellationToken.None);
        return installation;
    }

    /// <summary>Another one over the same files, with tables and extractions of its own.</summary>
    public async Task<TestInstallation> OpenBesideAsync()
    {
        var options = _azurite.NewOptions();
        options.ArticlesContainer = _options.ArticlesContainer;
        var installation = new TestInstallation(_azurite, options) { Clock = Clock };
        await installation.Storage.EnsureCreatedAsync(CancellationToken.None);
        return installation;
    }

    public ContainerWatcher Watcher(IngestStorage? storage = null, TimeProvider? time = null) =>
        new(storage ?? Storage, Pipeline(storage ?? Storage), Options, time);

    public BlobMessages Messages() => new(Storage, Pipeline(Storage));

    public StorageAudit Audit(RequestHooks? faults = null, TimeProvider? time = null)
    {
        var storage = faults is null ? Storage : _azurite.Connect(_options, faults);
        return new(storage, Pipeline(storage), Options, time ?? Clock);
    }

    public Reprocessing Reprocessing(RequestHooks? faults = null)
    {
        var storage = faults is null ? Storage : _azurite.Connect(_options, faults);
        return new(storage, Pipeline(storage), Options);
    }

    public Redelivery Redelivery() => new(Storage, Pipeline(Storage), Options);

    public Task DropAsync(string name, string text) => text == Deleted
        ? Storage.Container.DeleteBlobIfExistsAsync(name)
        : Storage.Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    public Task DeleteAsync(string name) => Storage.Container.DeleteBlobAsync(name);

    /// <summary>As long as the queue hides the event of a worker that died: no run is left that began before.</summary>
    public void LetEventsComeBack() => Clock.Advance(TimeSpan.FromMinutes(10));

    /// <summary>One delivery of the blob, to a worker of its own.</summary>
    public Task<IngestOutcome> IngestAsync(string name, RequestHooks? faults = null)
    {
        var storage = faults is null ? Storage : _azurite.Connect(_options, faults);
        return Pipeline(storage).IngestAsync(storage.Container.GetBlobClient(name), CancellationToken.None);
    }

    /// <summary>A worker that takes several deliveries.</summary>
    /// <param name="faults">What befalls it.</param>
    /// <param name="patience">How long a file waits for room beside others.</param>
    public Func<string, Task<IngestOutcome>> Worker(RequestHooks faults, TimeSpan? patience = null)
    {
        var storage = _azurite.Connect(_options, faults);
        var pipeline = Pipeline(storage, patience);
        return name => pipeline.IngestAsync(storage.Container.GetBlobClient(name), CancellationToken.None);
    }

    public Task<IngestOutcome> IngestAsync(string name, StorageFault fault)
    {
        var storage = _azurite.Connect(_options, fault);
        return Pipeline(storage).IngestAsync(storage.Container.GetBlobClient(name), CancellationToken.None);
    }

    /// <summary>One delivery by the Functions host, which tells what it saw of the blob.</summary>
    public Task<IngestOutcome> IngestAsync(string name, KnownBlobVersion? seen, VersioningAccount account)
    {
        var storage = _azurite.Connect(_options, account);
        return Pipeline(storage).IngestAsync(storage.Container.GetBlobClient(name), seen, CancellationToken.None);
    }

    public Task<IngestOutcome> IngestAsync(BlobClient blob) => Pipeline(Storage).IngestAsync(blob, CancellationToken.None);

    /// <summary>As a retry does: all rows are written anew.</summary>
    public Task<IngestOutcome> IngestAgainAsync(string name) =>
        Pipeline(Storage).IngestAgain(Storage.Container.GetBlobClient(name))(CancellationToken.None);

    /// <summary>The same, a try each call.</summary>
    public Func<Task<IngestOutcome>> IngestAgain(string name, RequestHooks faults)
    {
        var storage = _azurite.Connect(_options, faults);
        var deliver = Pipeline(storage).IngestAgain(storage.Container.GetBlobClient(name));
        return () => deliver(CancellationToken.None);
    }

    /// <summary>What the host gave up on after five tries.</summary>
    public Task<IngestOutcome> GiveUpAsync(string name, ETag? version = null, RequestHooks? faults = null)
    {
        var storage = faults is null ? Storage : _azurite.Connect(_options, faults);
        return Pipeline(storage).GiveUpAsync(storage.Container.GetBlobClient(name), version, 5, "Five times.", CancellationToken.None);
    }

    public Task<IngestOutcome> ForgetAsync(string name) =>
        Pipeline(Storage).ForgetAsync(Storage.Container.GetBlobClient(name), CancellationToken.None);

    public async Task<ETag> VersionAsync(string name) => (await Storage.Container.GetBlobClient(name).GetPropertiesAsync()).Value.ETag;

    /// <summary>As if all articles had been read by that version.</summary>
    public async Task PretendEngineAsync(string engine)
    {
        var articles = Tables().First();
        await foreach (var row in articles.QueryAsync<TableEntity>(row => row.RowKey == ArticleRow.Key))
        {
            row[nameof(ArticleRow.Engine)] = engine;
            await articles.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }
    }

    /// <summary>Compares with what one delivery of each file to empty tables leaves.</summary>
    public async Task AssertUndisturbedAsync(string what, params IEnumerable<string> files)
    {
        var disturbed = await DumpAsync();
        var beside = await OpenBesideAsync();
        await Parallel.ForEachAsync(files, async (file, _) => await beside.IngestAsync(file));
        var undisturbed = await beside.DumpAsync();

        var missing = undisturbed.Except(disturbed).Select(line => $"\nmissing: {line}");
        var left = disturbed.Except(undisturbed).Select(line => $"\nleft: {line}");
        Assert.True(undisturbed.SequenceEqual(disturbed), $"{what}:{string.Concat(missing.Concat(left))}");
    }

    public Task<IReadOnlyList<string>> DumpAsync() => StorageDump.ReadAsync(_azurite.ConnectionString, _options);

    private IngestPipeline Pipeline(IngestStorage storage, TimeSpan? patience = null) =>
        new(storage, Read, Options, Log, Clock, patience);

    public IEnumerable<TableClient> Tables() => Enum.GetValues<IngestTable>().Select(Table);

    public TableClient Table(IngestTable table) => new(_azurite.ConnectionString, $"{_options.TablePrefix}{table}");

    private static FileContents<Extraction> Read(
        ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken)
    {
        var all = Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length > (limits?.MaxArticles ?? int.MaxValue))
            throw new ArticleFormatException(ArticleFormatCodes.TooMany, "Too many.");
        if (all is ["!!bug"])
            throw new EngineBug();
        if (all is ["!!memory"])
            throw new OutOfMemoryException();
        if (all is ["!!engine"])
            throw new ArticleFormatException(ArticleFormatCodes.Internal, "The engine failed over it.", inner: Fail());
        var lines = all.Where(line => line[0] != '!').ToList();
        return lines.Count == 0
            ? throw new ArticleFormatException(ArticleFormatCodes.Empty, "Nothing in it.")
            : new(
                [.. lines.Select((line, i) => ReadLine(line, i == 0 ? name : $"{name}#{i + 1}"))],
                [.. all.Except(lines).Select(line => Unread(line[1..]))]);
    }

    private static UnreadFile Unread(string name) => name == "engine"
        ? new UnreadFile(name, ArticleFormatCodes.Internal, "The engine failed over it.") { Fault = Fail() }
        : new UnreadFile(name, ArticleFormatCodes.Malformed, "Broken.");

    /// <summary>With a stack.</summary>
    private static EngineBug Fail()
    {
        try
        {
            throw new EngineBug();
        }
        catch (EngineBug bug)
        {
            return bug;
        }
    }

    private static Extraction ReadLine(string line, string source)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        var entities = fields[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new Entity
            {
                Key = EntityKey.Of(EntityType.Person, name),
                Type = EntityType.Person,
                Name = name,
                Salience = 0.1,
                Mentions = [new Mention(Find(line, name), EntityType.Person)],
            });
        var quotes = fields.Skip(3).Select(field => field.Split(':', 2, StringSplitOptions.TrimEntries)).Select(parts => new Quote
        {
            Kind = QuoteKind.Direct,
            Spans = [Find(line, parts[1])],
            Speaker = SpeakerOf(Find(line, parts[0]), parts[0].Split(" & ")),
            Confidence = 0.9,
        });
        var article = new Article
        {
            Format = ArticleFormat.PlainText,
            Text = line,
            Title = fields[0],
            Published = DateOnly.TryParseExact(fields[1], "yyyy-MM-dd", out var day) ? new ArticleDate(day) : null,
        };
        return new Extraction(source, article, [.. entities], [.. quotes]);
    }

    private static Speaker SpeakerOf(TextSpan words, string[] names) => new(words, EntityKey.Of(EntityType.Person, names[0]), names[0])
    {
        Joint = [.. names.Skip(1).Select(name => new JointSpeaker(EntityKey.Of(EntityType.Person, name), name))],
    };

    /// <summary>What nobody has thought of.</summary>
    public sealed class EngineBug() : Exception("Not thought of.");

    /// <summary>The ends of runs come when a test says so; the pauses between tries pass by themselves.</summary>
    private sealed class RunsClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        public override long TimestampFrequency => System.TimestampFrequency;

        public override long GetTimestamp() => System.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime < TimeSpan.FromMinutes(1)
                ? System.CreateTimer(callback, state, dueTime, period)
                : base.CreateTimer(callback, state, dueTime, period);
    }

    private static TextSpan Find(string line, string words)
    {
        var start = line.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
