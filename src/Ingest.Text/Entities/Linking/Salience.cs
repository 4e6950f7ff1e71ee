using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking;

/// <summary>
/// The share of an article's attention that an entity has, by its mentions. Early mentions and those in the headline weigh more.
/// </summary>
internal static class Salience
{
    // The three weights were chosen by hand. No corpus of salience was measured.

    /// <summary>The weight of being in the headline, in mentions.</summary>
    private const double Headline = 4;

    /// <summary>How much more the first word of an article weighs than its last.</summary>
    private const double Early = 1.5;

    /// <summary>Weight of dates and amounts: they occur everywhere, and an article is seldom about them.</summary>
    private const double Figure = 0.1;

    public static double Weigh(Document doc, EntityType type, string name, List<Mention> mentions)
    {
        var weight = IsInTitle(doc.Title, type, name) ? Headline : 0;
        foreach (var mention in mentions)
            weight += 1 + (Early * (1 - ((double)mention.Span.Start / doc.Text.Length)));
        return type.IsFigure() ? weight * Figure : weight;
    }

    /// <summary>Whether the headline names the entity; for a person, the surname is enough.</summary>
    private static bool IsInTitle(string? title, EntityType type, string name)
    {
        if (title is null)
            return false;
        var form = type == EntityType.Person ? name[(name.LastIndexOf(' ') + 1)..] : name;
        for (var at = title.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = title.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsWhole(title, at, at + form.Length))
                return true;
        }

        return false;
    }

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
