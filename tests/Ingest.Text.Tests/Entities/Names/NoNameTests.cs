using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class NoNameTests
{
    [Theory]
    [InlineData("They wrote to [roe@elm.com] in May.", true)]
    [InlineData("Acme (OTC: [ACMM]) fell.", true)]
    [InlineData("Acme (NYSE American:[ACMM]) fell.", true)]
    [InlineData("Acme (ZSE: [ACMM], acme.com) fell.", true)]
    [InlineData("Acme (ZSE: [Acmm]) fell.", false)]
    [InlineData("They met in ELM: [ACMM] fell.", false)]
    [InlineData("NSE: [Acme Bank] rose.", false)]
    [InlineData("Jane Roe ([R-TX-2]) spoke.", true)]
    [InlineData("The [Naira] fell again.", true)]
    [InlineData("They passed [H.R.] 21 in May.", true)]
    [InlineData("They passed [H.R.] in May.", false)]
    [InlineData("They met the [National Security Adviser], Jane Roe.", true)]
    [InlineData("They met the [Office of the National Security Adviser] in May.", false)]
    [InlineData("They met the [Adviser] in May.", false)]
    public void Addresses_signs_of_shares_and_offices_are_no_names(string marked, bool isNone)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(isNone, NoName.Is(Document.Parse(text), mentions[0]));
    }
}
