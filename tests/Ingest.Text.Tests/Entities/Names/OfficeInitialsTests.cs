using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class OfficeInitialsTests
{
    [Theory]
    [InlineData("The Deputy Commissioner of Roads (DCR) left. Later the [DCR] came back.", true)]
    [InlineData("The National Roads Adviser (NRA), Jane Roe, met the [NRA].", true)]
    [InlineData("The Secretary to the Government of Elm (SGE) met the [SGE].", true)]
    [InlineData("The Director-General (DG) met the [DG].", true)]
    [InlineData("The Chief of Elm Staff (COES) met the [COES].", true)]
    [InlineData("The Association of Chief Road Officers (ACRO) met [ACRO].", false)]
    [InlineData("The Office of the National Roads Adviser (ONRA) met [ONRA].", false)]
    [InlineData("The Roads Inspector for Elm Valley (RIEV) met [RIEV].", false)]
    [InlineData("The National Roads Agency (NRA) met the [NRA].", false)]
    [InlineData("The National Roads Adviser (NRA) met the [DCR].", false)]
    public void Initials_of_an_office_name_nobody(string marked, bool isNone)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);
        var doc = Document.Parse(text);

        Assert.Equal(isNone, new OfficeInitials(doc).Contain(doc, mentions[0]));
    }
}
