using System.Text;

namespace Ingest.Text.Tests.Articles;

/// <summary>PDFs written object by object, also such as no writer makes.</summary>
internal static class Pdf
{
    /// <summary>A page for each of these content streams, of which all have this filter.</summary>
    public static byte[] Packed(string filter, params byte[][] streams) =>
        Of([.. streams.SelectMany((stream, i) => (byte[][])[Page($"{4 + 2 * i} 0 R"), Stream($"/Filter{filter}", stream)])]);

    /// <summary>A PDF of these objects, which are numbered from 3 on. Those that are a <see cref="Page"/> are its pages.</summary>
    public static byte[] Of(byte[][] objects)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
        void Add(ReadOnlySpan<byte> content)
        {
            offsets.Add(pdf.Position);
            Write($"{offsets.Count} 0 obj\n");
            pdf.Write(content);
            Write("\nendobj\n");
        }

        var pages = objects.Index().Where(it => it.Item.AsSpan().StartsWith("<</Type/Page/"u8)).Select(it => $"{it.Index + 3} 0 R").ToList();
        Write("%PDF-1.4\n");
        Add("<</Type/Catalog/Pages 2 0 R>>"u8);
        Add(Encoding.ASCII.GetBytes($"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages)}]>>"));
        foreach (var content in objects)
            Add(content);
        var start = pdf.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}");
        Write($"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return pdf.ToArray();
    }

    /// <summary>A page with this content, with Helvetica as F1, and object 5 as the form X5.</summary>
    public static byte[] Page(string contents) => Encoding.ASCII.GetBytes(
        $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {contents}"
        + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X5 5 0 R>>>>>>");

    public static byte[] Stream(string dictionary, ReadOnlySpan<byte> bytes) =>
        [.. Encoding.ASCII.GetBytes($"<<{dictionary}/Length {bytes.Length}>>\nstream\n"), .. bytes, .. "\nendstream"u8];
}
