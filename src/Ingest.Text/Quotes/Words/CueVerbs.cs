using System.Collections.Frozen;

namespace Ingest.Text.Quotes.Words;

/// <summary>
/// The reporting verbs of English news, written for this project. An entry:
/// <code>lemma ["/" past] ["~"] ["+" particle ("|" particle)*]</code>
/// The past form stands only where spelling alone does not give it ("said", "admitted"). "~" marks a verb whose forms are also nouns
/// ("claims", "a report"). A verb with particles counts only together with one of them.
/// </summary>
internal static class CueVerbs
{
    private const string Say =
        """
        say/said argue announce assert allege admit/admitted acknowledge affirm aver boast brag~ claim~ caution concede conclude concur/concurred confess confirm contend
        declare disclose emphasize emphasise exclaim explain fret hint~ imply indicate insist joke~ lament mention note~ observe opine
        predict proclaim pledge~ propose quip~ reason~ recall reckon reiterate remark~ report~ retort retweet~ reveal speculate
        state~ stress suggest testify tweet~ vow~ warn worry~ believe hope~ think/thought fear~ estimate~ point+out make/made+clear
        """;

    private const string Tell =
        "tell/told ask remind inform assure reassure advise notify persuade convince brief instruct promise~";

    private const string Words =
        """
        accept add agree answer~ appeal~ bark bellow blog~ chant~ charge~ clarify comment~ complain continue counter~ cry~ decide demonstrate demur/demurred
        echo~ elaborate email~ enthuse expect feel/felt find/found~ gloat gripe~ grumble gush illustrate interject intone laugh~ learn
        maintain mean/meant muse mutter persist plead post~ profess pronounce protest~ prove put/put+it rave~ read/read~ recommend recount reflect
        repeat~ reply~ respond roar~ rule~ scoff scream~ shout~ show~ sigh~ signal~ smile~ snap~ stammer summarize sum+up text~
        thunder~ urge~ underscore venture volunteer~ whisper~ wonder~ write/wrote yell~ shoot/shot+back fire+back hit/hit+back chime+in
        go/went+on spell+out
        """;

    private const string Name =
        """
        deny call~ criticize criticise accuse blame~ describe praise~ dismiss decry denounce defend blast~ mock cite question~ condemn
        slam~ rebut/rebutted reject hail dub label~ label/labelled~ brand~ deride ridicule~ assail bemoan tout refuse~ decline~ express portray liken demand~
        deplore applaud disavow dispute~ threaten
        call~+for|on warn+of|about|against speak/spoke+of|about|against talk~+of|about refer/referred+to point~+to complain+of|about
        boast~+of|about respond+to rail+against object~+to joke~+about allude+to appeal~+for apologize+for press+for push~+for
        """;

    private static readonly FrozenDictionary<string, CueVerbForm[]>.AlternateLookup<ReadOnlySpan<char>> Forms = Build();

    /// <summary>The first reading of a form without its particles; null when it is no form of a reporting verb.</summary>
    public static CueVerbForm? Find(ReadOnlySpan<char> word) => Forms.TryGetValue(word, out var readings) ? readings[0] : null;

    /// <summary>All readings of a form, those with particles first.</summary>
    public static CueVerbForm[] Readings(ReadOnlySpan<char> word) => Forms.TryGetValue(word, out var readings) ? readings : [];

    /// <summary>Whether the word is a form of one of the verbs.</summary>
    /// <param name="word">As it is written.</param>
    /// <param name="lemmas">By their dictionary form.</param>
    public static bool IsFormOf(ReadOnlySpan<char> word, WordSet lemmas)
    {
        foreach (var reading in Readings(word))
        {
            if (lemmas.Contains(reading.Verb.Lemma))
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, CueVerbForm[]>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var readings = new Dictionary<string, List<CueVerbForm>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, frame) in new[] { (Tell, CueFrame.Tell), (Say, CueFrame.Say), (Name, CueFrame.Name), (Words, CueFrame.Words) })
        {
            foreach (var entry in WordSet.Parted(list))
                Add(readings, entry, frame);
        }

        return readings
            .ToFrozenDictionary(form => form.Key,
                form => form.Value.OrderByDescending(reading => reading.Verb.Particles.Count > 0).ToArray(),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static void Add(Dictionary<string, List<CueVerbForm>> readings, string entry, CueFrame frame)
    {
        var plus = entry.IndexOf('+', StringComparison.Ordinal);
        string[] particles = plus < 0 ? [] : entry[(plus + 1)..].Split('|');
        var head = plus < 0 ? entry : entry[..plus];
        var stem = head.TrimEnd('~').Split('/');
        var verb = new CueVerb(stem[0], frame, particles, IsNoun: head.EndsWith('~'));
        var forms = new Dictionary<string, VerbForm>();
        foreach (var (form, kind) in VerbForms.Of(verb.Lemma, stem.Length > 1 ? stem[1] : null))
            forms[form] = forms.GetValueOrDefault(form) | kind;
        foreach (var (form, kinds) in forms)
        {
            if (!readings.TryGetValue(form, out var list))
                readings[form] = list = [];
            if (!list.Exists(reading => reading.Verb.Lemma == verb.Lemma && reading.Verb.Particles.Count == 0 && particles.Length == 0))
                list.Add(new CueVerbForm(verb, kinds));
        }
    }
}
