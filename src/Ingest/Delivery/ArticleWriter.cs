using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Rows;
using Ingest.Watching;

namespace Ingest.Delivery;

/// <summary>
/// Writes the rows of one version of a file. A run may be interrupted at any request: the next run leaves exactly the rows that an
/// undisturbed run would have left.
/// <para>
/// Terms. A <b>run</b> is one execution of the steps below on one blob. Its <b>intent</b> is the article's row with status Writing. The
/// <b>manifest</b>, in that row, names the article's rows in other partitions. A run is <b>open</b> from its intent until it has said that
/// it ended, or until its time is over (<see cref="RunRegister"/>). Rows are <b>contested</b> while an open run of another version may
/// still overwrite them. A <b>pass</b> is the way through all articles of one file, in one run or several.
/// </para>
/// <list type="number">
/// <item>Intent, on the ETag of the article's row: it names the version, adds the run to the open runs, and its manifest names every row in
/// other partitions that may exist: those of the old version, those of interrupted runs, and those about to be written. Nothing else is
/// changed before the intent is written.</item>
/// <item>The file's further articles, a hundred at a time, each by these same steps in its own partition.</item>
/// <item>The rows of the views: upsert the new ones, then delete those of the manifest that aren't among them.</item>
/// <item>The extraction's blob.</item>
/// <item>Commit, on the ETag of the intent: entities, quotes and the article's row. The run is no longer open, and the manifest names
/// exactly the rows that exist.</item>
/// </list>
/// A run that is interrupted before step 1 has changed nothing. One that is interrupted later leaves the status Writing and a manifest that
/// tells the next run, of whatever version, what may be left. A deleted blob is a version without rows: the same steps, and the article's
/// row is deleted last.
/// <para>
/// A file of thousands of articles may take several runs. The intent names the pass, and so does each further article that is committed. A
/// run that finds an intent of its own version, while only runs of that version are open, continues that pass: it leaves the articles that
/// the pass has committed. Any other run begins a new pass.
/// </para>
/// <para>
/// Of two concurrent runs the one that wrote its intent first can't commit, because the row's ETag has changed. It starts again with the
/// blob as it is by then. No version replaces a newer one: the row is read before the blob, and the commit proves that nobody has written
/// the row since. A row that did not exist has no ETag, and may have been written and deleted since; therefore the blob of a new article
/// is looked at once more after the intent.
/// </para>
/// <para>
/// A run that replaces the intent of another can't know whether the other is dead, or slow and about to overwrite rows of the views. So the
/// other stays among the open runs. While a run of another version is open, rows are committed as contested: the manifest of the intent
/// stays, and the next delivery doesn't take the rows for unchanged but writes everything once more. There always is a next delivery: a run
/// that lost starts again at once; the event of an interrupted run comes back after its time-out; scans have no events, so
/// <see cref="ContainerWatcher"/> delivers a contested blob again, even with <c>--once</c>; the poison message of a blob that was given up
/// comes back. A command that delivers by hand prints until when the rows are contested, and what to call then.
/// </para>
/// <para>
/// Rejected: leases, because the next run would wait for a dead one; rows that name their version, because every reader would have to
/// check it; trusting that the next delivery of a contested blob is the last, because a duplicate may come first and the slow run after it.
/// </para>
/// </summary>
internal sealed class ArticleWriter(IngestStorage storage, RunRegister runs)
{
    /// <summary>Concurrent requests for one file.</summary>
    private const int MaxParallelRequests = 16;

    /// <summary>
    /// Further articles that go through the steps together: their rows in one partition of a view are one batch, of a hundred rows at most.
    /// </summary>
    private const int ArticlesAtOnce = RowLimits.MaxBatchRows;

    /// <summary>Writes all rows and blobs of a file.</summary>
    /// <param name="articles">The file's articles in order; at least one.</param>
    /// <param name="old">The first article's row as it was read; null when there was none.</param>
    /// <param name="left">Gives, for an article's id, rows in other partitions that earlier attempts of this run may have left.</param>
    /// <param name="run">Id of the run.</param>
    /// <param name="confirm">Throws when the blob has changed since the articles were read.</param>
    /// <param name="written">Called with the number of further articles written so far, about once a hundred.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The time at which the rows cease to be contested: deliver the blob once more after it. Null when they aren't contested.
    /// </returns>
    public async Task<DateTimeOffset?> WriteAsync(
        IReadOnlyList<ArticleRows> articles,
        ArticleRow? old,
        Func<string, RowManifest> left,
        string run,
        Func<CancellationToken, Task> confirm,
        Action<int>? written,
        CancellationToken cancellationToken)
    {
        var (first, kept) = (articles[0], RowsElsewhere(articles));
        var others = runs.OpenBeside(run, old?.Runs ?? []);
        var contestedUntil = ContestedUntil(others, first.Article.RowsVersion);
        var contested = contestedUntil is not null;
        var own = Open(run, first.Article.RowsVersion);
        var begun = await BeginAsync(first.Article, old, left, [.. others, own], contestedUntil, cancellationToken);
        if (old is null)
            await confirm(cancellationToken);
        foreach (var (i, further) in articles.Skip(1).Chunk(ArticlesAtOnce).Index())
        {
            await FinishAsync(await BeginAllAsync(further, left, contestedUntil, cancellationToken), contested, left, cancellationToken);
            written?.Invoke(i * ArticlesAtOnce + further.Length);
        }

        var committed = first.Article with { Runs = others, Pass = null };
        await FinishAsync([new(first, begun, IsNew: old is null, committed, kept)], contested, left, cancellationToken);
        return contestedUntil;
    }

    /// <summary>Removes all rows and blobs of a file whose blob is gone.</summary>
    /// <param name="last">The first article's row as it was read, or else as this run wrote it last; null when there is nothing to
    /// remove.</param>
    /// <param name="isThere">Whether it was read.</param>
    /// <param name="left">As of <see cref="WriteAsync"/>.</param>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    /// <returns>As of <see cref="WriteAsync"/>.</returns>
    public async Task<DateTimeOffset?> RemoveAsync(
        ArticleRow? last, bool isThere, Func<string, RowManifest> left, string run, CancellationToken cancellationToken)
    {
        if (last is null)
            return null;

        var others = isThere ? runs.OpenBeside(run, last.Runs) : [];
        last = last with { Pass = null };
        var contestedUntil = ContestedUntil(others, RowsVersion.None);
        var own = Open(run, RowsVersion.None);
        var begun = await BeginAsync(
            isThere ? last with { Manifest = RowManifest.Empty } : last,
            isThere ? last : null,
            left,
            [.. others, own],
            contestedUntil,
            cancellationToken);
        await DeleteAsync(begun.Manifest.Addresses, others.Count > 0, left, cancellationToken);
        await storage.Extractions.DeleteAsync(last.Id, cancellationToken);
        if (others.Count > 0)
            await storage.Articles.CommitAsync(begun, isNew: false, begun with { Runs = others }, [], cancellationToken);
        else
            await storage.Articles.RemoveAsync(begun, cancellationToken);
        return contestedUntil;
    }

    /// <summary>
    /// Whether the tables say what the row says: it is committed, and no run of another version was open then, or has ended since.
    /// </summary>
    public static bool IsSettled(ArticleRow row) =>
        row.Status != ArticleStatus.Writing && row.Runs.All(run => run.Version == row.RowsVersion);

    /// <summary>All rows outside the first article's partition.</summary>
    public static RowManifest RowsElsewhere(IReadOnlyList<ArticleRows> articles) =>
        RowManifest.UnionOf(articles.Select(article => article.Article.Manifest));

    /// <summary>Whether the storage has answered, or wasn't asked. A request without an answer may yet be carried out.</summary>
    public static bool IsAnswered(Exception fault) => fault is RequestFailedException { Status: not 0 } or ContestedException;

    /// <summary>
    /// The pass that was cut off over just these articles, if nothing but it has been at the file since: its further articles that are
    /// <see cref="ArticleRow.IsSameAs">there</see> stand as they are to be. Null when there is none.
    /// </summary>
    /// <param name="row">The first article's row as it was read.</param>
    /// <param name="article">As it is to be.</param>
    public static string? PassOf(ArticleRow? row, ArticleRow article) =>
        row is { Status: ArticleStatus.Writing } && row.RowsVersion == article.RowsVersion && row.Articles == article.Articles
        && row.Runs.All(run => run.Version == row.RowsVersion)
            ? row.Pass
            : null;

    private static DateTimeOffset? ContestedUntil(IEnumerable<OpenRun> others, RowsVersion version) =>
        others.Where(other => other.Version != version).Max(other => (DateTimeOffset?)other.Until);

    private OpenRun Open(string run, RowsVersion version) => new(run, version, runs.EndAtLatest());

    /// <exception cref="ContestedException">The row can't name all that may stand, and others may yet write. It is as it was.</exception>
    private async Task<ArticleRow> BeginAsync(
        ArticleRow article,
        ArticleRow? old,
        Func<string, RowManifest> left,
        IReadOnlyList<OpenRun> open,
        DateTimeOffset? contestedUntil,
        CancellationToken cancellationToken)
    {
        var begun = article with { Status = ArticleStatus.Writing, Manifest = article.Manifest.Union(left(article.Id)), Runs = open };
        if (old is null)
            return await storage.Articles.BeginAsync(begun, old, cancellationToken);
        var all = old.Manifest.Union(begun.Manifest);
        // A failure has one row, or none: it always has room.
        if (all.Addresses.Count <= old.Manifest.Addresses.Count + 1 || all.FitsWithOthers)
            return await storage.Articles.BeginAsync(begun with { Manifest = all }, old, cancellationToken);
        if (contestedUntil is { } until)
            throw new ContestedException(article.Blob, until);
        return await storage.Articles.BeginAsync(begun, await ClearAsync(old, open, left, cancellationToken), cancellationToken);
    }

    /// <summary>Deletes the rows of earlier versions in other partitions. Then the article's row no longer has to name them.</summary>
    private async Task<ArticleRow> ClearAsync(
        ArticleRow old, IReadOnlyList<OpenRun> open, Func<string, RowManifest> left, CancellationToken cancellationToken)
    {
        var intent = old with { Status = ArticleStatus.Writing, Runs = open, Pass = null };
        var clearing = await storage.Articles.BeginAsync(intent, old, cancellationToken);
        await DeleteAsync(clearing.Manifest.Addresses, contested: false, left, cancellationToken);
        return clearing with { Manifest = RowManifest.Empty };
    }

    /// <summary>Those that the pass hasn't written yet.</summary>
    private async Task<IReadOnlyList<Begun>> BeginAllAsync(
        ArticleRows[] articles, Func<string, RowManifest> left, DateTimeOffset? contestedUntil, CancellationToken cancellationToken)
    {
        var begun = new ConcurrentBag<Begun>();
        await InParallelAsync(
            articles,
            async rows =>
            {
                var old = await storage.Articles.ReadAsync(rows.Article.Id, cancellationToken);
                if (old is not null && rows.Article.IsSameAs(old))
                    return;
                var intent = await BeginAsync(rows.Article, old, left, [], contestedUntil, cancellationToken);
                begun.Add(new(rows, intent, IsNew: old is null, rows.Article, rows.Article.Manifest));
            },
            cancellationToken);
        return [.. begun];
    }

    private async Task FinishAsync(
        IReadOnlyCollection<Begun> articles, bool contested, Func<string, RowManifest> left, CancellationToken cancellationToken)
    {
        await UpsertViewsAsync(articles.SelectMany(article => article.Rows.Views), cancellationToken);
        await DeleteAsync(articles.SelectMany(article => article.Intent.Manifest.Except(article.Kept)), contested, left, cancellationToken);
        await InParallelAsync(
            articles,
            async article =>
            {
                await (article.Rows.Extraction is { } extraction
                    ? storage.Extractions.WriteAsync(article.Intent.Id, extraction, cancellationToken)
                    : storage.Extractions.DeleteAsync(article.Intent.Id, cancellationToken));
                var committed = contested ? article.Final with { Manifest = article.Intent.Manifest } : article.Final;
                await storage.Articles.CommitAsync(article.Intent, article.IsNew, committed, article.Rows.Findings, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>
    /// Removes a further article. Of a contested one an empty row stays, for its manifest tells what the other run may yet write.
    /// </summary>
    private async Task RemoveFurtherAsync(string articleId, bool contested, RowManifest left, CancellationToken cancellationToken)
    {
        var article = await storage.Articles.ReadAsync(articleId, cancellationToken);
        if (article is null && left.Addresses.Count == 0)
            return;

        await DeleteAsync(
            (article?.Manifest ?? RowManifest.Empty).Union(left).Addresses, contested, _ => RowManifest.Empty, cancellationToken);
        await storage.Extractions.DeleteAsync(articleId, cancellationToken);
        if (article is null)
            return;
        if (contested)
            await storage.Articles.CommitAsync(
                article, isNew: false, article with { Status = ArticleStatus.Writing }, [], cancellationToken);
        else
            await storage.Articles.RemoveAsync(article, cancellationToken);
    }

    private Task UpsertViewsAsync(IEnumerable<(IngestTable Table, TableEntity Row)> views, CancellationToken cancellationToken) =>
        InParallelAsync(
            views.GroupBy(view => (view.Table, view.Row.PartitionKey), view => view.Row),
            partition => storage.View(partition.Key.Table).UpsertAsync([.. partition], cancellationToken),
            cancellationToken);

    private Task DeleteAsync(
        IEnumerable<RowAddress> addresses, bool contested, Func<string, RowManifest> left, CancellationToken cancellationToken) =>
        InParallelAsync(
            addresses,
            row => row.Table == IngestTable.Articles
                ? RemoveFurtherAsync(row.PartitionKey, contested, left(row.PartitionKey), cancellationToken)
                : storage.View(row.Table).DeleteAsync(row.PartitionKey, row.RowKey, cancellationToken),
            cancellationToken);

    // Without the token that the loop cancels when one of them fails: what was sent is answered before the run starts again or ends.
    private static async Task InParallelAsync<T>(IEnumerable<T> items, Func<T, Task> body, CancellationToken cancellationToken)
    {
        var all = Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallelRequests, CancellationToken = cancellationToken },
            (item, _) => new ValueTask(body(item)));
        try
        {
            await all;
        }
        catch (Exception) when (all.Exception?.InnerExceptions.FirstOrDefault(e => !IsAnswered(e)) is { } unanswered)
        {
            // Awaiting throws the first of several. But one that may yet be carried out decides whether the run has ended.
            ExceptionDispatchInfo.Throw(unanswered);
        }
    }

    /// <param name="Rows">What is written of the article.</param>
    /// <param name="Intent">Its row as it stands.</param>
    /// <param name="IsNew">Whether it had none before.</param>
    /// <param name="Final">Its row when all is written.</param>
    /// <param name="Kept">The rows elsewhere that are to stand then.</param>
    private sealed record Begun(ArticleRows Rows, ArticleRow Intent, bool IsNew, ArticleRow Final, RowManifest Kept);
}
