using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Ingest.Delivery;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class IngestPipelineTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Mara Voss: We wait";

    [Fact]
    public async Task An_article_stands_in_the_truth_and_in_every_view()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);

        await installation.IngestAsync("flood.txt");

        var listed = await installation.Storage.ArticlesByDay.NewestFirstAsync(default).SingleAsync();
        var whole = await installation.Storage.Articles.ReadWholeAsync(listed.ArticleId, default);
        var mention = await installation.Storage.MentionsByEntity.OfNameAsync("TOM REED", default).SingleAsync();
        var said = await installation.Storage.QuotesBySpeaker.FindAsync("Mara Voss", "BRIDGE", default).SingleAsync();
        Assert.Equal(("Flood in Arlen", new DateOnly(2024, 5, 1), 2, 2), (listed.Title, listed.Day, listed.Entities, listed.Quotes));
        Assert.Equal(["Mara Voss", "Tom Reed"], whole!.Entities.Select(entity => entity.Name));
        Assert.Equal(["The bridge will hold", "We wait"], whole.Quotes.Select(quote => quote.Text));
        Assert.Equal((listed.ArticleId, "person|tom-reed"), (mention.ArticleId, mention.EntityKey));
        Assert.Equal(
            (1, "The bridge will hold", "Mara Voss", "name"),
            (said.Quote.Number, said.Quote.Text, said.Quote.SpeakerName, said.Quote.SpeakerKind));
    }

    [Fact]
    public async Task The_same_blob_twice_leaves_the_same_rows_for_one_read_of_the_table_and_one_of_the_blob()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var once = await installation.DumpAsync();
        var faults = RequestHooks.None();

        var outcome = await installation.IngestAsync("flood.txt", faults);

        Assert.IsType<IngestOutcome.Unchanged>(outcome);
        Assert.Equal(once, await installation.DumpAsync());
        Assert.Equal(2, faults.Requests);
    }

    [Fact]
    public async Task An_overwritten_blob_leaves_nothing_of_the_old()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood + "\nA second article; 2024-05-01; Tom Reed");
        await installation.IngestAsync("flood.txt");
        await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");

        await installation.IngestAsync("flood.txt");

        var rows = await installation.DumpAsync();
        Assert.Equal(5, rows.Count);   // article, entity, day, mention, extraction
        Assert.DoesNotContain(rows, row => row.Contains("Voss") || row.Contains("Reed") || row.Contains("2024-05-01"));
    }

    [Fact]
    public async Task An_article_that_another_engine_read_is_read_again()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();
        await installation.PretendEngineAsync("0.0.1");

        var outcome = await installation.IngestAsync("flood.txt");

        Assert.IsType<IngestOutcome.Ingested>(outcome);
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task Rows_of_an_older_engine_stay_where_this_one_is_too_slow()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        await installation.PretendEngineAsync("0.0.1");
        var rows = await installation.DumpAsync();
        FileContents<Extraction> Slow(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken)
        {
            installation.Clock.Advance(FileReader.MaxTextWork);
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The work was not called off.");
        }

        var pipeline = new IngestPipeline(installation.Storage, Slow, installation.Options, installation.Log, installation.Clock);
        var outcome = await pipeline.IngestAsync(installation.Storage.Container.GetBlobClient("flood.txt"), CancellationToken.None);

        Assert.IsType<IngestOutcome.Unchanged>(outcome);
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task What_a_newer_engine_read_stays_as_it_is_until_the_blob_changes_or_somebody_asks_for_it()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();
        await installation.PretendEngineAsync("999.0.1");
        var newer = await installation.DumpAsync();

        var outcome = await installation.IngestAsync("flood.txt");
        var left = await installation.DumpAsync();
        await installation.IngestAgainAsync("flood.txt");
        var again = await installation.DumpAsync();
        await installation.PretendEngineAsync("999.0.1");
        await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");

        Assert.True(Assert.IsType<IngestOutcome.Unchanged>(outcome).ByNewerEngine);
        Assert.Equal(newer, left);
        Assert.Equal(rows, again);
        Assert.IsType<IngestOutcome.Ingested>(await installation.IngestAsync("flood.txt"));
    }

    [Fact]
    public async Task A_blob_deleted_before_its_turn_leaves_no_rows()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.DeleteAsync("flood.txt");

        var outcome = await installation.IngestAsync("flood.txt");

        Assert.IsType<IngestOutcome.Gone>(outcome);
        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task A_blob_deleted_after_its_turn_leaves_no_rows_when_it_is_delivered_again()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood + "\nA second article; 2024-05-01; Tom Reed");
        await installation.IngestAsync("flood.txt");
        await installation.DeleteAsync("flood.txt");

        await installation.IngestAsync("flood.txt");

        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task An_unreadable_file_gives_one_failure_with_its_reason()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("empty.txt", "");

        var outcome = await installation.IngestAsync("empty.txt");
        await installation.IngestAsync("empty.txt");

        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(new IngestOutcome.Unreadable(ArticleFormatCodes.Empty, "Nothing in it."), outcome);
        Assert.Equal(
            ($"{installation.Storage.Container.Name}/empty.txt", "read", "empty", 1),
            (failure.Blob, failure.Stage, failure.Reason, failure.Attempts));
    }

    [Fact]
    public async Task What_cannot_be_read_beside_an_article_has_a_failure_of_its_own_until_the_blob_is_replaced()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("wire.zip", $"{Flood}\n!a/storm.docx\n!inner.zip#storm.pdf");
        await installation.IngestAsync("wire.zip");
        var once = await installation.DumpAsync();
        var failures = await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync();
        await installation.IngestAgainAsync("wire.zip");
        var twice = await installation.DumpAsync();
        await installation.DropAsync("wire.zip", $"{Flood}\n!inner.zip#storm.pdf");
        await installation.IngestAsync("wire.zip");
        var left = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        await installation.DropAsync("wire.zip", Flood);
        await installation.IngestAsync("wire.zip");

        var blob = $"{installation.Storage.Container.Name}/wire.zip";
        Assert.Equal(["a/storm.docx", "inner.zip#storm.pdf"], failures.Select(failure => failure.Member));
        Assert.All(failures, failure => Assert.Equal((blob, "read", "malformed"), (failure.Blob, failure.Stage, failure.Reason)));
        Assert.Equal(once, twice);
        Assert.Equal("inner.zip#storm.pdf", left.Member);
        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
        Assert.Equal("Flood in Arlen", (await installation.Storage.ArticlesByDay.NewestFirstAsync(default).SingleAsync()).Title);
    }

    [Theory]
    [InlineData("wire/a #1? 100%25 'late' & +.txt")]
    [InlineData("Zoë 😀 习近平!.txt")]
    public async Task A_file_of_any_name_is_recorded_and_cleared_away(string name)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync(name, "");
        await installation.IngestAsync(name);
        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        await installation.DeleteAsync(name);

        await installation.IngestAsync(name);

        Assert.Equal($"{installation.Storage.Container.Name}/{name}", failure.Blob);
        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task An_article_over_4_MiB_stands_whole()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var quotes = Enumerable.Range(100, 150).Select(n => $"Mara Voss: {n}{new string('ж', 30_000)}");
        await installation.DropAsync("flood.txt", $"Flood; 2024-05-01; Mara Voss; {string.Join(';', quotes)}");

        await installation.IngestAsync("flood.txt");

        var listed = await installation.Storage.ArticlesByDay.NewestFirstAsync(default).SingleAsync();
        var whole = await installation.Storage.Articles.ReadWholeAsync(listed.ArticleId, default);
        var said = await installation.Storage.QuotesBySpeaker.FindAsync("Mara Voss", about: null, default).ToListAsync();
        Assert.Equal(Enumerable.Range(100, 150), whole!.Quotes.Select(quote => int.Parse(quote.Text[..3], CultureInfo.InvariantCulture)));
        Assert.Equal(whole.Quotes, said.Select(spoken => spoken.Quote));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_recorded_and_not_fetched()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBlobBytes = 1024);
        await installation.DropAsync("big.txt", new string('x', 1025));

        await installation.IngestAsync("big.txt");

        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(("fetch", "too-large"), (failure.Stage, failure.Reason));
    }

    [Fact]
    public async Task A_file_over_a_limit_of_reading_is_recorded_by_its_code()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.Limits = new ArticleLimits { MaxArticles = 1 });
        await installation.DropAsync("many.txt", $"{Flood}\n{Flood}");

        await installation.IngestAsync("many.txt");

        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(("read", "too-many"), (failure.Stage, failure.Reason));
    }

    [Fact]
    public async Task A_failure_goes_away_when_a_later_version_reads_well()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "");
        await installation.IngestAsync("flood.txt");
        await installation.DropAsync("flood.txt", Flood);

        await installation.IngestAsync("flood.txt");

        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
    }

    [Theory]
    [InlineData("BlobImmutableDueToPolicy")]
    [InlineData("SnapshotsPresent")]
    public async Task What_the_storage_refuses_for_good_is_no_conflict_with_another_run(string refusal)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "Flood in Arlen; 2024-05-01; ");
        var extraction = new StorageFault(StorageFault.Refused, request: 6, lasts: true) { Refusal = refusal };

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => installation.IngestAsync("flood.txt", extraction));

        Assert.Equal((409, refusal), (fault.Status, fault.ErrorCode));
        Assert.Single(extraction.Tries);
    }

    [Fact]
    public async Task A_missing_container_is_a_fault_and_no_deleted_blob()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.Storage.Container.DeleteAsync();

        await Assert.ThrowsAsync<RequestFailedException>(() => installation.IngestAsync("flood.txt"));
    }

    [Fact]
    public async Task Articles_are_listed_newest_first_over_the_gaps_between_their_days()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        string[] days = ["2024-05-01", "0001-01-01", "2024-04-30", "1890-11-02", "9999-12-31"];
        foreach (var day in days)
        {
            await installation.DropAsync(day, $"Of {day}; {day};");
            await installation.IngestAsync(day);
        }

        var listed = await installation.Storage.ArticlesByDay.NewestFirstAsync(default).Select(row => row.Published!).ToListAsync();

        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task Entities_are_counted_over_all_articles()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a", Flood);
        await installation.DropAsync("b", "Calm; 2024-06-01; Ana Lund, Tom Reed");
        await installation.IngestAsync("a");
        await installation.IngestAsync("b");

        var totals = await installation.Storage.MentionsByEntity.EntitiesAsync(Text.Entities.EntityType.Person, named: null, default)
            .ToListAsync();

        Assert.Equal([("Ana Lund", 1), ("Mara Voss", 1), ("Tom Reed", 2)], totals.Select(total => (total.Name, total.Articles)));
    }

    [Fact]
    public async Task The_first_article_of_an_installation_makes_its_tables()
    {
        var installation = TestInstallation.Unprepared(azurite);
        await installation.Storage.Container.CreateAsync();
        await installation.DropAsync("flood.txt", Flood);

        await installation.IngestAsync("flood.txt");

        Assert.Equal("Flood in Arlen", (await installation.Storage.ArticlesByDay.NewestFirstAsync(default).SingleAsync()).Title);
    }

    // A trigger binds a client of its own making, which speaks the newest version of the service's API.
    [Fact]
    public async Task A_client_that_the_storage_does_not_understand_is_as_good_as_any()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("new flood #1.txt", Flood);
        var bound = new BlobClient(azurite.ConnectionString, installation.Options.Value.ArticlesContainer, "new flood #1.txt");

        var outcome = await installation.IngestAsync(bound);

        Assert.IsType<IngestOutcome.Ingested>(outcome);
    }
}
