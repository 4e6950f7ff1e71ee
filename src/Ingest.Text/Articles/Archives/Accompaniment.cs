using Ingest.Text.Articles.Files;

namespace Ingest.Text.Articles.Archives;

/// <summary>
/// Files that lie beside articles in nearly every archive: pictures, sound, film, and the layout of a saved page. They do not count as
/// unreadable files.
/// </summary>
internal static class Accompaniment
{
    private static readonly WordSet Extensions = WordSet.InAnyCase(
        """
        .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .heic .mp3 .m4a .wav .ogg .mp4 .m4v .mov .webm .avi .css .js
        .mjs .map .woff .woff2 .ttf .otf .eot
        """);

    private static readonly string[] Types =
    [
        "image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript",
        "application/font",
    ];

    public static bool IsNamed(string path) => Extensions.Contains(Path.GetExtension(path.AsSpan()));

    /// <param name="mediaType">As HTTP or mail declares it.</param>
    public static bool IsDeclared(string? mediaType) =>
        mediaType is not null && Types.Any(type => mediaType.StartsWith(type, StringComparison.OrdinalIgnoreCase));

    public static bool Is(ReadOnlySpan<byte> bytes) => BinarySignature.Of(bytes) is { Format: FileFormat.Picture };
}
