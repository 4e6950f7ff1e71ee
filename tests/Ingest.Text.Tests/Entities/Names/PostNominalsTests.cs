using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class PostNominalsTests
{
    [Theory]
    [InlineData("They named Jane Roe, [Ph.D.], to the board.", true)]
    [InlineData("They named Jane Roe, M.D., [Ph.D.], to the board.", true)]
    [InlineData("They named Jane Roe [OBE] to the board.", true)]
    [InlineData("They named Jane Roe, [OBE, FRCP], to the board.", true)]
    [InlineData("They named Jane Roe, [Esq].", true)]
    [InlineData("They named Jane Roe ([SAN]), of Elm.", true)]
    [InlineData("They named Jane Roe ([Retd]), of Elm.", true)]
    [InlineData("They named Jane Roe ([FAA]), of Elm.", false)]
    [InlineData("Jane Roe holds an [MBA].", true)]
    [InlineData("Jane Roe holds an MBA in [Business Administration].", true)]
    [InlineData("They named Jane Roe, [CPA] firms said.", false)]
    [InlineData("Jane Roe asked the [FAA].", false)]
    [InlineData("Jane Roe, [NASA], left.", false)]
    public void Letters_behind_a_name_and_degrees_name_nothing(string marked, bool isNone)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);
        var person = new Mention(new TextSpan(text.IndexOf("Jane", StringComparison.Ordinal), text.IndexOf("Roe", StringComparison.Ordinal) + 3), EntityType.Person);

        Assert.Equal(isNone, PostNominals.Hold(Document.Parse(text), mentions[0], person));
    }
}
