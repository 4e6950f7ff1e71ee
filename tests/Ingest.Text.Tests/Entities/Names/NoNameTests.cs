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
    [InlineData("Jane Roe, [D-W].Va., spoke.", true)]
    [InlineData("Jane Roe, D-W.[Va.], spoke.", true)]
    [InlineData("They met in [D-W] in May.", false)]
    [InlineData("It is a [Fortune] 500 company.", true)]
    [InlineData("They wrote to [Fortune] in May.", false)]
    [InlineData("Jane Roe, Director, [Public Affairs], spoke.", true)]
    [InlineData("Jane Roe, Director, [Public Affairs Council], spoke.", false)]
    [InlineData("Jane Roe, Director, [Acme Affairs], spoke.", false)]
    [InlineData("The [Naira] fell again.", true)]
    [InlineData("They passed [H.R.] 21 in May.", true)]
    [InlineData("They passed [H.R.] in May.", false)]
    [InlineData("They met the [National Security Adviser], Jane Roe.", true)]
    [InlineData("They met the [Office of the National Security Adviser] in May.", false)]
    [InlineData("They met the [Adviser] in May.", false)]
    [InlineData("They met the [Second Gentleman] in May.", true)]
    [InlineData("They met the [District Attorney] in May.", true)]
    [InlineData("They cite 3 [U.S.C.] 301.", true)]
    [InlineData("They cite [U.S.C.] in May.", false)]
    [InlineData("She has [Roe]'s disease.", true)]
    [InlineData("She has [Roe]'s book.", false)]
    [InlineData("They met [Tribal] partners in May.", true)]
    [InlineData("They met the [National] Chairman in May.", true)]
    [InlineData("They met the [National] in May.", false)]
    [InlineData("They met at the [Office of the Hon] Jane Roe MP.", true)]
    [InlineData("They met the Minister for Justice, [Customs and Road Safety], Jane Roe.", true)]
    [InlineData("They met the Minister of [Labour and Employment], Jane Roe.", true)]
    [InlineData("They met the Minister for Justice, [Acme Border Protection], Jane Roe.", false)]
    [InlineData("They met the Secretary of [Labour and Employment], Jane Roe.", false)]
    [InlineData("They met staff of [Customs and Road Safety] in May.", false)]
    [InlineData("They met the [Tribal Council] in May.", false)]
    [InlineData("They sold Kestrel([TM]) in May.", true)]
    [InlineData("They sold it to [TM] in May.", false)]
    public void Addresses_signs_of_shares_and_offices_are_no_names(string marked, bool isNone)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(isNone, NoName.Is(Document.Parse(text), mentions[0]));
    }

    [Theory]
    [InlineData("They passed the [Bill] in May.", EntityType.Person, true)]
    [InlineData("They passed the [Bill] and left in May.", EntityType.Person, true)]
    [InlineData("They passed this [Agreement] in May.", EntityType.Work, true)]
    [InlineData("They met [Bill] in May.", EntityType.Person, false)]
    [InlineData("They met the [Report] in May.", EntityType.Organization, false)]
    [InlineData("They went to the [States] in May.", EntityType.Location, false)]
    [InlineData("They went to our [Allies] in May.", EntityType.Location, true)]
    public void A_document_and_a_kind_of_body_are_no_names(string marked, EntityType type, bool isNone)
    {
        var (text, mentions) = Marked.Read(marked, type);

        Assert.Equal(isNone, NoName.Is(Document.Parse(text), mentions[0]));
    }
}
