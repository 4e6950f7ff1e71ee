using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CsCheck;
using Ingest.Audit;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ingest.Tests.Delivery;

/// <summary>
/// Whatever an article holds goes to the tables and comes back, within the limits of the service. Azurite lets more through, so rows and
/// requests are measured here, and not with the code that they are made by.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class ExtremeArticleTests(AzuriteFixture azurite)
{
    // Any UTF-16 units, lone surrogates too, and more of those that matter than chance would give.
    private static readonly Gen<string> Units =
        Gen.OneOf(Gen.Char, Gen.Char["abc /\\#?!~|%\0\t\r\n\u001f\u007f\u009f\ufffe\ud83d\ude00é"]).Array[0, 80]
            .Select(units => new string(units));

    private static readonly Gen<string> Names =
        Gen.OneOf(Units, Gen.Select(Units, Gen.Int[1, 2000], (units, length) => Repeat(units, length)));

    private static readonly Gen<string> Texts = Gen.Frequency(
        (8, Units), (1, Gen.Select(Units, Gen.Int[30_000, 40_000], (units, length) => Repeat(units, length))));

    private static readonly Gen<Extraction> Extractions = Gen.Select(
        Gen.Select(Texts, Names, Names, Gen.OneOf(Gen.Const((ArticleDate?)null), Dates())),
        Names.List[0, 40],
        Gen.Select(Texts, Gen.OneOf(Gen.Const(""), Names), Gen.Bool).List[0, 25],
        (article, names, quotes) => Extraction(article.Item1, article.Item2, article.Item3, article.Item4, names, quotes));

    [Fact]
    public Task Whatever_an_article_holds_comes_back_within_the_limits() =>
        Extractions.SampleAsync(async extraction => await CheckAsync([extraction]), iter: 25, threads: 1);

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(250)]
    public Task An_article_of_many_rows(int rows) =>
        CheckAsync([Extraction("Crowd", "", "", null, [.. Enumerable.Range(0, rows).Select(n => $"Name {n}")], [])]);

    [Fact]
    public Task Rows_of_more_than_4_MiB() =>
        CheckAsync([Extraction(
            "Long",
            "",
            "",
            null,
            ["Ana Lund"],
            [.. Enumerable.Range(0, 120).Select(n => ($"{n}{new string('ж', 20_000)}", "Ana Lund", true))])]);

    [Fact]
    public Task Values_over_64_KiB() =>
        CheckAsync([Extraction(
            new string('t', 40_000),
            new string('b', 40_000),
            new string('p', 40_000),
            null,
            [new string('n', 40_000)],
            [(new string('q', 40_000), new string('s', 40_000), true)])]);

    [Theory]
    [InlineData("/\\#?!\0\t\r\n\u001f\u007f\u0080\u009f%+'\"|")]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    [InlineData("😀 Ñandú Ж 新")]
    [InlineData("")]
    [InlineData("' or PartitionKey ne '")]
    public async Task Any_sign_in_a_name_and_in_the_name_of_a_file(string name)
    {
        await CheckAsync([Extraction(name, name, name, null, [name, Repeat(name, 2000)], [(name, name, true), (name, name, false)])]);
        if (!name.Any(c => char.IsControl(c) || char.IsSurrogate(c)) && name.Length > 0)
            await CheckAsync([Extraction("Title", "", "", null, [name], [])], $"{name}.txt");
    }

    [Fact]
    public Task The_first_and_the_last_day_of_the_calendar() => CheckAsync(
    [
        Extraction("First", "", "", new ArticleDate(DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.FromHours(14)), ["Ana Lund"], []),
        Extraction("Last", "", "", new ArticleDate(DateOnly.MaxValue, new TimeOnly(23, 59, 59), TimeSpan.FromHours(-12)), ["Ana Lund"], []),
    ]);

    private async Task CheckAsync(IReadOnlyList<Extraction> extractions, string name = "a.txt")
    {
        var options = azurite.NewOptions();
        var meter = new Meter();
        var storage = Connect(options, meter);
        await storage.EnsureCreatedAsync(default);
        var pipeline =
            new IngestPipeline(
                storage,
                (_, _, _, _) => new FileContents<Extraction>(extractions, []),
                Options.Create(options),
                NullLogger<IngestPipeline>.Instance);
        var blob = storage.Container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString("any"));

        Assert.IsType<IngestOutcome.Ingested>(await pipeline.IngestAsync(blob, default));

        await AssertWithinLimitsAsync(options);
        Assert.Empty(meter.Wrongs);
        foreach (var (i, extraction) in extractions.Index())
            await AssertComesBackAsync(storage, ArticleId.Of(options.ArticlesContainer, name, i + 1), extraction);
        var audit = new StorageAudit(storage, pipeline, Options.Create(options));
        Assert.All(await audit.RunAsync(repair: false, default).ToListAsync(), step => Assert.IsType<AuditEvent.Looked>(step));

        await blob.DeleteAsync();
        await pipeline.IngestAsync(blob, default);
        Assert.Empty(await StorageDump.ReadAsync(azurite.ConnectionString, options));
    }

    private static async Task AssertComesBackAsync(IngestStorage storage, string id, Extraction extraction)
    {
        var whole = (await storage.Articles.ReadWholeAsync(id, default))!;
        Assert.Equal(Stored(extraction.Article.Title), whole.Article.Title);
        Assert.Equal(Stored(extraction.Article.Publisher), whole.Article.Publisher);
        Assert.Equal(extraction.Article.Published?.ToString(), whole.Article.Published);
        Assert.Equal(
            extraction.Entities.Select(entity => (Stored(entity.Key), Stored(entity.Name))).Order(),
            whole.Entities.Select(row => ((string?)row.EntityKey, (string?)row.Name)).Order());
        Assert.Equal(
            extraction.Quotes.Select(quote => (Stored(
                quote.ContentIn(extraction.Article.Text)), Stored(quote.Speaker?.Span.In(extraction.Article.Text).ToString()))),
            whole.Quotes.Select(row => ((string?)row.Text, row.Speaker)));
        foreach (var entity in extraction.Entities)
            Assert.Contains(await storage.MentionsByEntity.OfNameAsync(entity.Name, default).ToListAsync(), row => row.ArticleId == id);
        Assert.Equal(
            Encoding.UTF8.GetString(ExtractionJson.Serialize(extraction, id)),
            (await storage.ReadExtractionAsync(id, default))?.ToString());
    }

    /// <summary>
    /// As a column holds it: at most 32 KiB of units, no half of a pair at the end, and U+FFFD for a half that stands alone.
    /// </summary>
    private static string? Stored(string? text)
    {
        if (text is null)
            return null;
        var cut = text.Length <= 32 * 1024 ? text : text[..(char.IsHighSurrogate(text[32 * 1024 - 1]) ? 32 * 1024 - 1 : 32 * 1024)];
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
    }

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</summary>
    private async Task AssertWithinLimitsAsync(IngestOptions options)
    {
        foreach (var table in Enum.GetNames<IngestTable>())
        {
            await foreach (var row in new TableClient(azurite.ConnectionString, options.TablePrefix + table).QueryAsync<TableEntity>())
            {
                var columns = row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).ToList();
                var bytes = 4
                    + 2 * (row.PartitionKey.Length + row.RowKey.Length)
                    + columns.Sum(column => 8 + 2 * column.Key.Length + BytesOf(column.Value));
                Assert.InRange(columns.Count, 0, 252);
                Assert.InRange(bytes, 0, 1024 * 1024);
                Assert.All(
                    columns,
                    column =>
                        Assert.InRange(
                            column.Value is string text ? 2 * text.Length : (column.Value as byte[])?.Length ?? 0, 0, 64 * 1024));
                Assert.All([row.PartitionKey, row.RowKey], key => Assert.InRange(2 * key.Length, 0, 1024));
                Assert.All(
                    [row.PartitionKey, row.RowKey],
                    key => Assert.DoesNotContain(key, c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)));
            }
        }
    }

    private static int BytesOf(object value) => value switch
    {
        string text => 4 + 2 * text.Length,
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        _ => 8,
    };

    private IngestStorage Connect(IngestOptions options, Meter meter)
    {
        var tables = new TableClientOptions();
        tables.AddPolicy(meter, HttpPipelinePosition.PerRetry);
        return new IngestStorage(
            new BlobServiceClient(azurite.ConnectionString, StorageConnection.BlobOptions()),
            new TableServiceClient(azurite.ConnectionString, tables), Options.Create(options));
    }

    private static Gen<ArticleDate?> Dates() => Gen.Select(
        Gen.DateOnly, Gen.TimeOnly, Gen.Int[-14 * 60, 14 * 60], Gen.Int[0, 2],
        (day, time, minutes, kind) =>
            (ArticleDate?)new ArticleDate(day, kind > 0 ? time : null, kind > 1 ? TimeSpan.FromMinutes(minutes) : null));

    private static string Repeat(string units, int length)
    {
        var text = string.Concat(Enumerable.Repeat(units.Length == 0 ? "x" : units, length / Math.Max(1, units.Length) + 1));
        return text[..length];
    }

    private static Extraction Extraction(
        string title, string byline, string publisher, ArticleDate? published, List<string> names,
        List<(string Text, string Speaker, bool IsKnown)> quotes)
    {
        var text = new StringBuilder();
        var entities = names
            .Select(name => new Entity
            {
                Key = EntityKey.Of(EntityType.Person, name),
                Type = EntityType.Person,
                Name = name,
                Salience = 1.0 / names.Count,
                Mentions = [new Mention(Append(name), EntityType.Person)],
            })
            .DistinctBy(entity => entity.Key)
            .ToList();
        var found = quotes.Select(quote => new Quote
        {
            Kind = QuoteKind.Direct,
            Spans = [Append(quote.Text)],
            Speaker = quote.Speaker.Length == 0
                ? null
                : new Speaker(
                    Append(quote.Speaker),
                    quote.IsKnown ? EntityKey.Of(EntityType.Person, quote.Speaker) : null,
                    quote.IsKnown ? quote.Speaker : null),
            Confidence = 1,
        }).ToList();
        var article = new Article
        {
            Format = ArticleFormat.PlainText,
            Text = text.ToString(),
            Title = title,
            Byline = [byline],
            Publisher = publisher,
            Published = published,
        };
        return new Extraction("a.txt", article, entities, found);

        TextSpan Append(string words)
        {
            var start = text.Length;
            text.Append(words);
            return new TextSpan(start, text.Length);
        }
    }

    /// <summary>Looks at every request to a table: a batch has at most 100 operations, of one partition, in 4 MiB.</summary>
    private sealed class Meter : HttpPipelinePolicy
    {
        private readonly List<string> _wrongs = [];

        public IReadOnlyList<string> Wrongs => _wrongs;

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                var body = new MemoryStream();
                await message.Request.Content!.WriteToAsync(body, default);
                var operations = Encoding.UTF8.GetString(body.ToArray()).Split("application/http", StringSplitOptions.None).Length - 1;
                lock (_wrongs)
                {
                    if (operations > 100 || body.Length > 4 * 1024 * 1024)
                        _wrongs.Add($"{operations} operations in {body.Length} bytes");
                }
            }

            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
