namespace Ingest.Text.Tests.Articles;

/// <summary>Transcripts as plain text: who speaks stands before what is said, and each turn is body.</summary>
public sealed class TranscriptTests
{
    [Theory]
    [InlineData("JANE ROE, HOST:", "Thank you for coming to Oster.", "TOM POE: I am glad to be here.", "ROE: Will the ferry run this winter?", "POE: We think so. The engine is sound.", "ROE: And who pays?")]
    [InlineData("[00:12] Roe: Thank you for coming to Oster.", "[00:15] Poe: I am glad to be here.", "[00:19] Roe: Will the ferry run this winter?", "[00:24] Poe: We think so. The engine is sound.")]
    [InlineData("Speaker 1: Thank you for coming to Oster.", "Speaker 2: I am glad to be here.", "Speaker 1: Will the ferry run this winter?", "Speaker 2: We think so. The engine is sound.")]
    [InlineData("MR. POE: Good afternoon, everyone.", "It will run until March.", "The engine is sound.", "Q Thank you, Tom. Who pays for the ferry?", "MR. POE: The county pays two thirds.", "Q And the rest?", "MR. POE: We do.")]
    [InlineData("Q: Will the ferry run this winter?", "A: We think so.", "Q: And who pays for it?", "A: The county does, and it has done so for years.")]
    [InlineData("Roe: 00:00:10", "Thank you for coming to Oster.", "Poe: 00:00:11", "I am glad to be here with you.", "Roe: 00:00:12", "Will the ferry run this winter?", "Poe: 00:00:13", "We think so.")]
    [InlineData("Tom Poe -- Chief Executive", "Good morning, and thank you for joining us. The ferry had a good quarter.", "Jane Roe -- Chief Engineer", "Thanks, Tom. The engine is sound.", "Tom Poe -- Chief Executive", "We take questions now.")]
    public void A_turn_is_no_headline_and_nothing_of_a_site(params string[] lines)
    {
        var article = Read.Text(string.Join("\n\n", lines));

        Assert.Null(article.Title);
        Assert.Equal(lines, Read.Paragraphs(article));
    }

    [Fact]
    public void The_line_above_the_turns_is_the_headline()
    {
        var article = Read.Text("Briefing by Captain Tom Poe\n\nMR. POE: Good afternoon.\n\nIt will run.\n\nQ Who pays for the ferry, Tom?\n\nMR. POE: The county does.\n\nQ All of it?");

        Assert.Equal("Briefing by Captain Tom Poe", article.Title);
        Assert.StartsWith("MR. POE: Good afternoon.\n\nIt will run.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Opinion: Ferries for all", "Sport: Oster wins again", "Opinion: Boats for none")]
    [InlineData("Oster: Ferry runs again", "Vale: Dock opens", "Elm: Road closes")]
    public void A_list_with_colons_is_no_transcript(params string[] lines)
    {
        const string lead = "The ferry between Oster and Vale ran again on Monday after a month in the dock.";

        var article = Read.Text(string.Join("\n\n", [.. lines, "Ferry runs again", lead, "Commuters had driven around the lake since the engine failed."]));

        Assert.StartsWith(lead, article.Text, StringComparison.Ordinal);
    }
}
