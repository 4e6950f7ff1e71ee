using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Tests.Articles.Lines;

public sealed class BylineTests
{
    [Theory]
    [InlineData("By Jane Roe", "Jane Roe")]
    [InlineData("BY JANE ROE", "JANE ROE")]
    [InlineData("By Jane Roe and John van der Doe", "Jane Roe;John van der Doe")]
    [InlineData("By Jane Roe, John Doe & Li Wei", "Jane Roe;John Doe;Li Wei")]
    [InlineData("By Jane Roe, Reuters", "Jane Roe")]
    [InlineData("By Jane Roe | The Associated Press", "Jane Roe")]
    [InlineData("By Jane Roe in London", "Jane Roe")]
    [InlineData("By Jane Roe, Health Correspondent", "Jane Roe")]
    [InlineData("Words by Rhys ap Gwilym", "Rhys ap Gwilym")]
    [InlineData("By Catriona Ní Bhriain", "Catriona Ní Bhriain")]
    [InlineData("By Jane Roe | June 8, 2023", "Jane Roe")]
    [InlineData("By Jane Roe | Sponsored", "Jane Roe")]
    [InlineData("by Jane Roe December 19, 2023", "Jane Roe")]
    [InlineData("By Jane Roe Lakeside News", "Jane Roe")]
    [InlineData("Jane Roe LAKESIDE NETWORK", "Jane Roe")]
    [InlineData("By Jane Roe The Lakeside Press", "Jane Roe")]
    [InlineData("Jane Roe@janeroe", "Jane Roe")]
    [InlineData("Jane O’Roe-Smith", "Jane O’Roe-Smith")]
    [InlineData("By Jane Roe, Contributing Opinion Writer", "Jane Roe")]
    [InlineData("By Jane Roe, Lake Security Expert and John Doe, Lead Reviewer", "Jane Roe;John Doe")]
    [InlineData("By Jane Roe and John Doe Staff Reporter", "Jane Roe;John Doe")]
    [InlineData("By Jane Roe, Chief Ferry Officer and Head of Pier Labs", "Jane Roe")]
    [InlineData("Jane Roe | Vale Advance Media for the Post", "Jane Roe")]
    [InlineData("Jane Roe | WVLE", "Jane Roe")]
    [InlineData("Jane Roe, Lakeside.example", "Jane Roe")]
    [InlineData("Jane Roe, Ph.D.", "Jane Roe")]
    [InlineData("Jane Roe PhD, MBA and Rhys J. Doe MD", "Jane Roe;Rhys J. Doe")]
    public void It_gives_the_names_alone(string line, string names) => Assert.Equal(names, string.Join(';', Byline.NamesOf(line)));

    [Theory]
    [InlineData("By Staff Reporter")]
    [InlineData("By the Associated Press")]
    [InlineData("AFP")]
    [InlineData("Executive Content Editor")]
    [InlineData("Lakeside.example")]
    [InlineData("by far the best of the season")]
    public void Agencies_and_desks_are_nobody(string line) => Assert.Empty(Byline.NamesOf(line));
}
