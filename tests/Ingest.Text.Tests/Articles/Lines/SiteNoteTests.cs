using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Tests.Articles.Lines;

public sealed class SiteNoteTests
{
    [Theory]
    [InlineData("Lakewire writer Moira Galt in Vale contributed to this report.", "Credit")]
    [InlineData("Jane Roe can be reached at jroe@lakeside.example.", "Credit")]
    [InlineData("The ferry is covered by Jane Roe. Contact her at jroe@lakeside.example.", "Credit")]
    [InlineData("If you buy something through our affiliate links, the Post earns a little money from the shop.", "Legal")]
    [InlineData("Editor’s note: an earlier headline gave the wrong name for the ferry.", "Legal")]
    [InlineData("This story was originally published in the Vale Courier and is used here with permission.", "Legal")]
    [InlineData("This piece does not necessarily represent the position of our parent company.", "Credit")]
    [InlineData("Cross-posted from the Vale Courier.", "Legal")]
    [InlineData("* Follow the Post on Facebook, Threads and Instagram.", "Navigation")]
    [InlineData("Your contribution of as little as $2 keeps the lake in the news.", "Navigation")]
    [InlineData("Newsletter Please verify you're not a robot by clicking the box. Sign Up Thank you. An error has occurred.", "Navigation")]
    [InlineData("JUST WATCHED Ferry runs again Replay More Videos ... MUST WATCH Ferry runs again 01:26", "Caption")]
    [InlineData("(This article has been updated to include a comment by the council.)", "Legal")]
    [InlineData("Please register or subscribe to keep the Post's articles for later.", "Navigation")]
    [InlineData("Want more news of the lake? Sign up for the Post's morning newsletter and never miss a boat.", "Navigation")]
    public void What_a_newsroom_says_of_itself_is_a_note(string line, string sign) =>
        Assert.Equal(sign, SiteNote.In(line, LineShape.Of(line))?.ToString());

    [Theory]
    [InlineData("Her second novel was originally published in 1987 by a small house in Vale.")]
    [InlineData("Neighbours contributed to the repair with a collection at the fair.")]
    [InlineData("The council's daily newsletter said on Monday that the pier would open in spring.")]
    [InlineData("The hotline for stranded passengers can be reached at any hour of the night.")]
    [InlineData("The harbour is looking for crews. Sailors with a licence should contact the pier at crews@oster.example before Friday.")]
    [InlineData("Sailors follow the ferry to Vale, and their families follow them, but nobody follows the mayor on Sundays.")]
    [InlineData("“Sign up here,” the officer told them, and pointed at a sheet of paper on the wall.")]
    public void What_a_story_says_of_others_is_none(string line) => Assert.Null(SiteNote.In(line, LineShape.Of(line)));

    [Theory]
    [InlineData("Jane Roe is a reporter for the Lakeside Post and has lived on a boat since 2009.", true)]
    [InlineData("Jane Roe covers transport.", true)]
    [InlineData("Jane Roe's boat was the only one that stayed in the harbour that night.", false)]
    [InlineData("Ada Wynn is a teacher in Vale who takes the ferry every day.", false)]
    public void Writers_are_presented_by_their_name(string line, bool isPresentation) =>
        Assert.Equal(isPresentation, SiteNote.Presents(line, LineShape.Of(line), ["Li Wei", "Jane Roe"]));
}
