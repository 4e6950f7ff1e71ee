namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>Trades and sciences that people practise. They seldom stand before a name, so no list of titles has them.</summary>
internal static class Occupations
{
    private static readonly WordSet Trades = WordSet.InAnyCase(
        """
        abolitionist agronomist airman aviator co-host cornerback cosmonaut counsellor counselor creator defenceman defenseman dietician
        dietitian dissident educator evangelist financier goaltender gymnast hurdler infielder instructor jurist liaison linebacker
        naturalist newsreader notary nutritionist obstetrician oceanographer optometrist outfielder paralegal policymaker programmer
        shortstop snowboarder sommelier stylist surfer technician trainer triathlete vlogger warlord weightlifter winemaker zookeeper
        """);

    // Endings of nouns for people who practise a science.
    private static readonly string[] Sciences =
        ["ologist", "chemist", "physicist", "scientist", "geneticist", "surgeon", "astronomer", "therapist"];

    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (Trades.Contains(word))
            return true;
        foreach (var end in Sciences)
        {
            if (word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
