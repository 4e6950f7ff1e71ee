using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads titles and roles around a name:
/// <code>
/// title := many address* NAME ("," | "and" | …) NAME …       "directors Jane Roe and John Poe"
///        | past? direct address* NAME                        "former U.S. Secretary of State Roe"
///        | front "," address* NAME                           "the board's managing director, Eng Roe"
///        | address* NAME behind                              "Roe, president of Local 146 of the Trades Union"
/// </code>
/// Forms of address ("Mr.") tell the gender and no role. Kinship ("his wife, Roe") tells the gender, too.
/// </summary>
internal sealed class TitleReader(Document doc, Gazetteer gazetteer, IReadOnlyList<Mention> mentions)
{
    private static readonly WordSet Address = WordSet.InAnyCase(
        """
        Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Sir Madam Dr Dr. Lady Lord Dame Hon Hon. Rt Rt. Honorable Honourable Rev. St. Messrs Sheikh
        Alhaja Alhaji Comrade Engr Engr. Hajia Hajiya Malam Mallam Mazi Otunba
        """);

    // Ranks; the article may give the person a fuller role elsewhere.
    private static readonly WordSet Ranks = WordSet.InAnyCase(
        """
        Professor Prof Prof. Emeritus Associate Assistant Cardinal Rev Reverend Fr Fr. Eng Aunty Auntie vet doctor ACP ASP CSP DCP DSP SSP
        """);

    private readonly TitleWords _words = new(doc, gazetteer);
    private readonly TitleOwner _owner = new(doc, mentions);
    private readonly TitleOfMany _many = new(doc, gazetteer, mentions);
    private readonly PastOffice _past = new(doc, gazetteer);
    private readonly DirectTitle _direct = new(doc, gazetteer);
    private readonly PhraseInFront _front = new(doc, gazetteer);
    private readonly RoleBehind _behind = new(doc, gazetteer);

    public Title Read(TextSpan name)
    {
        var first = doc.TokenAt(name.Start);
        var gender = Gender.Unknown;
        var address = first;   // where the forms of address and rank begin
        while (address > 0 && IsAddress(address - 1))
            gender = _words.GenderAt(--address, gender);

        var (start, end) = _direct.Before(address, first);
        var isDirect = start < end;
        if (!isDirect && _many.Before(address, name) is { } office)
            return new Title(office, gender);
        if (isDirect)
            start = _owner.StartOf(start);
        for (var i = start; i < end; i++)
            gender = _words.GenderAt(i, gender);

        if (_front.Before(start, name) is var (phrase, head, comma) && (start == address || BeginsSentence(phrase)))
        {
            gender = _words.GenderAt(head, gender);
            return _words.IsKin(head)
                ? new Title(_behind.Of(name), gender, IsKin: true)
                : new Title(_words.Words(_owner.StartOf(phrase), BeforeYear(phrase, comma)), gender);
        }

        if (isDirect && !_words.IsKin(end - 1) && !IsAnybody(start, end))
            return new Title(_past.Before(start) + TitleOfMany.OfOne(_words.Words(start, end)), gender);
        var behind = _behind.Of(name);
        return new Title(behind ?? RankIn(address, first), gender, IsKin: isDirect, IsOver: behind is not null && _behind.IsOver(name));
    }

    /// <summary>"the top prosecutor [in 2020]".</summary>
    private int BeforeYear(int start, int end) =>
        end - start > 2 && doc.Tokens[end - 1].Kind == TokenKind.Number && _words.Text(end - 2) is "in" ? end - 2 : end;

    private bool IsAddress(int at) => Address.Contains(_words.Text(at)) || (Ranks.Contains(_words.Text(at)) && doc.IsCapital(at));

    private bool BeginsSentence(int phrase) => phrase > 0 && _words.StartsSentence(phrase - 1);

    /// <summary>Whether the words are no role because they fit anybody: "great man", "elder".</summary>
    private bool IsAnybody(int start, int end) =>
        _words.IsAnybody(end - 1) || (end == start + 1 && _words.Text(start) is "elder");

    /// <summary>"Prof" of "Dr. Prof"; null where there is nothing but forms of address.</summary>
    private string? RankIn(int start, int end)
    {
        while (start < end && Address.Contains(_words.Text(start)))
            start++;
        while (end > start && Address.Contains(_words.Text(end - 1)))
            end--;
        return start < end ? _words.Words(start, end) : null;
    }
}
