using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

/// <summary>A bar stands behind the dateline.</summary>
public sealed class DatelineHeadTests
{
    [Theory]
    [InlineData("BERLIN — |A police union boss said no.")]
    [InlineData("ELM, Ohio (AP) — |Jane Roe said no.")]
    [InlineData("WEST ELM, Fla., March 3 (Northwire) - |Jane Roe said no.")]
    [InlineData("SEOUL, South Korea -- |North Korea fired two missiles.")]
    [InlineData("OSLO – |“No,” Jane Roe said.")]
    [InlineData("West Elm, Florida (CNN) |President Jane Roe said no.")]
    [InlineData("(Reuters) |Jane Roe said no.")]
    [InlineData("LA PAZ, Bolivia (AP) — |Jane Roe said no.")]
    [InlineData("OSLO/BONN (Reuters) - |Jane Roe said no.")]
    [InlineData("ELM and WEST OAK — |Jane Roe said no.")]
    [InlineData("Elm (AFP) - |Jane Roe said no.")]
    [InlineData("ELM – |1,200 people came.")]
    [InlineData("BERLIN — |Jane Roe — the mayor — said no.")]
    [InlineData("NEW DELHI: |Jane Roe said no.")]
    [InlineData("   BERLIN — |Jane Roe said no.")]
    public void The_place_and_the_agency_are_left_out(string marked) => Assert.Equal(marked[(marked.IndexOf('|') + 1)..], Kept(marked));

    [Theory]
    [InlineData("NASA — the agency that flew to the moon — said no.")]
    [InlineData("US — China talks go on.")]
    [InlineData("NASA — Jane Roe said on Monday — was poor.")]
    [InlineData("Elm — Jane Roe said no.")]
    [InlineData("The World Bank (WB) President Jane Roe said no.")]
    [InlineData("Cable News (CNN) executives said no.")]
    [InlineData("UPDATE: Jane Roe said no.")]
    [InlineData("ELM — ")]
    public void What_only_looks_like_one_stays(string text) => Assert.Equal(text.TrimEnd(), Kept(text));

    [Fact]
    public void Only_a_paragraph_begins_with_one() => Assert.Equal("They met there. BERLIN — Roe said no.", Kept("They met there. BERLIN — Roe said no."));

    private static string Kept(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var doc = Document.Parse(text);
        var passages = DatelineHead.LeaveOut(doc, PassageSplitter.Split(doc));
        return text[passages[0][0].Span.Start..passages[^1][^1].Span.End];
    }
}
