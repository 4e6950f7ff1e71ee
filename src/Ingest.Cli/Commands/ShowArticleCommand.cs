using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;

namespace Ingest.Cli.Commands;

internal sealed class ShowArticleCommand : Command
{
    private readonly Argument<string> _id = new("ID") { Description = "The article's id, its first digits, or the name of its blob." };
    private readonly ShowOptions _options;

    public ShowArticleCommand(ShowOptions options)
        : base("article", "One article with all that was found in it.")
    {
        _options = options;
        _id.RefuseOptions();
        _id.RefuseEmpty();
        Add(_id);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(_options.Session(parsed), cancellationToken);
        var storage = session.Storage;
        var asked = parsed.GetRequiredValue(_id);
        var id = await ArticleSearch.FindIdAsync(storage, asked, leastDigits: 1, cancellationToken);
        var whole = id is null ? null : await storage.Articles.ReadWholeAsync(id, cancellationToken);
        if (whole is null)
            throw new CommandException($"There is no article '{asked}'.");
        if (whole.Article.Reason is { } reason)
            throw new CommandException($"{whole.Article.Blob} can't be read: {whole.Article.Message} ({reason})");
        if (_options.Json(parsed))
            new JsonLines().WriteJson(await storage.ReadExtractionAsync(whole.Article.Id, cancellationToken)
                ?? throw new CommandException($"The extraction of '{asked}' is gone."));
        else
            Terminal.Open().Write(ArticleView.Full(ArticleSheet.Of(whole.Article, whole.Entities, whole.Quotes)));
        return ExitCode.Done;
    }
}
