using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests;

/// <summary>Each word by hand: rows, keys and readers of the JSON hold them, and renaming a member must not change one.</summary>
public sealed class ContractWordTests
{
    [Fact]
    public void Types_of_entities() =>
        Assert.Equal("person organization location facility group product event law work misc date money percent", WordsOf<EntityType>());

    [Fact]
    public void Kinds_of_mentions() => Assert.Equal("name pronoun nominal", WordsOf<MentionKind>());

    [Fact]
    public void Kinds_of_quotes() => Assert.Equal("direct mixed indirect", WordsOf<QuoteKind>());

    [Fact]
    public void Figures_are_dates_sums_and_percentages() =>
        Assert.Equal("date money percent", string.Join(' ', Enum.GetValues<EntityType>().Where(type => type.IsFigure()).Select(type => type.ToContractWord())));

    private static string WordsOf<T>() where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(value => value.ToContractWord()));
}
