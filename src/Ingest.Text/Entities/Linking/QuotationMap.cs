using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking;

/// <summary>Which tokens stand in which quotation.</summary>
internal static class QuotationMap
{
    /// <summary>For each token the number of its quotation, from 1 on; 0 outside.</summary>
    public static int[] Of(Document doc)
    {
        var map = new int[doc.Tokens.Count];
        for (var q = 0; q < doc.Quotations.Count; q++)
        {
            var outer = doc.Quotations[q].Outer;
            for (var t = doc.TokenAt(outer.Start); t < map.Length && doc.Tokens[t].Span.Start < outer.End; t++)
                map[t] = q + 1;
        }

        return map;
    }
}
