using System.Text;

namespace Ingest.Text.Tests.Articles.Files;

public sealed class CharacterSetTests
{
    private const string Sentence = "“Café Zoë is closed,” said the owner – and nobody in Ålesund believed her for a moment.";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    private static readonly Encoding BigUtf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sentence) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sentence)] },
        { "UTF-16 with its mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)] },
        { "UTF-16, big end first, with its mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sentence)] },
        { "UTF-32 with its mark", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Sentence)] },
        { "UTF-32, big end first, with its mark", [.. BigUtf32.Preamble, .. BigUtf32.GetBytes(Sentence)] },
        { "UTF-16 without mark", Encoding.Unicode.GetBytes(Sentence) },
        { "UTF-16, big end first, without mark", Encoding.BigEndianUnicode.GetBytes(Sentence) },
        { "windows-1252", Windows1252.GetBytes(Sentence) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Text_is_read_in_its_own_character_set(string set, byte[] bytes) =>
        Assert.Equal((set, Sentence), (set, Read.Bytes(bytes, "story.txt").Text));

    [Theory]
    [InlineData("<meta charset=iso-8859-1>")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-1'>")]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<meta charset=no-such-set>")]
    public void A_page_of_windows_1252_is_read_whatever_it_declares(string declaration) =>
        Assert.Contains(Sentence, Read.Bytes(Windows1252.GetBytes($"<html><head>{declaration}</head><body><p>{Sentence}</p></body></html>"), "page.html").Text, StringComparison.Ordinal);

    [Fact]
    public void A_declared_set_is_taken_where_the_bytes_are_no_utf8()
    {
        const string sentence = "Starosta Łukasz Żółkiewski powiedział w środę, że most zostanie zamknięty do końca września.";
        var latin2 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!;

        var article = Read.Bytes(latin2.GetBytes($"<html><head><meta charset='iso-8859-2'></head><body><p>{sentence}</p></body></html>"), "page.html");

        Assert.Equal(sentence, article.Text);
    }

    [Fact]
    public void Utf8_that_a_page_calls_something_else_is_utf8() =>
        Assert.Equal(Sentence, Read.Page($"<html><head><meta charset='windows-1251'></head><body><p>{Sentence}</p></body></html>").Text);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_that_was_encoded_twice_is_read_once_more(bool asWindows1252)
    {
        var wrong = (asWindows1252 ? Windows1252 : Encoding.Latin1).GetString(Encoding.UTF8.GetBytes(Sentence));

        Assert.Equal(Sentence, Read.Text(wrong).Text);
        Assert.Equal(Sentence, Read.Page($"<html><body><p>{wrong}</p></body></html>").Text);
    }

    [Fact]
    public void Signs_that_only_look_encoded_twice_stay() =>
        Assert.Equal("The CAFÉ» of Zoë was «DÉJÀ» closed, said the owner, and nobody in Ålesund believed it.", Read.Text("The CAFÉ» of Zoë was «DÉJÀ» closed, said the owner, and nobody in Ålesund believed it.").Text);

    [Fact]
    public void One_broken_byte_leaves_the_rest_utf8()
    {
        byte[] bytes = [.. "The mayor"u8, 0xff, .. " was late. "u8, .. Encoding.UTF8.GetBytes(Sentence)];

        Assert.Equal("The mayor\ufffd was late. " + Sentence, Read.Bytes(bytes, "story.txt").Text);
    }
}
