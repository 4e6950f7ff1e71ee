using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Somebody's post that a page quotes, as networks give it to be embedded; without their script it shows the words and who wrote them,
/// where and when.
/// <code>
/// post := &lt;blockquote class="twitter-tweet"&gt; &lt;p&gt; words &lt;/p&gt; "—" name "(@" handle ")" day &lt;/blockquote&gt;
/// </code>
/// </summary>
internal static class EmbeddedPost
{
    // Elements around a post that are its frame.
    private const int FrameLevels = 3;

    public static bool Is(IElement element) =>
        element.LocalName == "blockquote" && element.ClassName is { } names
        && (names.Contains("twitter-tweet", StringComparison.Ordinal)
            || names.Contains("twitter-video", StringComparison.Ordinal)
            || names.Contains("bluesky-embed", StringComparison.Ordinal));

    public static bool Holds(Block block) => Is(block.Element) || (block.Element.ParentElement is { } parent && Is(parent));

    /// <summary>Whether the block is a post's signature, and not its words.</summary>
    public static bool IsSignature(Block block) => Is(block.Element) && block.Text[0] is '—' or '–' or '-';

    /// <summary>The surroundings of a post. Its own frame tells only of the network, and does not count.</summary>
    public static Surroundings? Around(IElement post, Surroundings? outer)
    {
        var element = post.ParentElement;
        for (var level = 0; level < FrameLevels && element is not null; level++, element = element.ParentElement)
        {
            if (outer is { IsCertain: false, Element.LocalName: not ("aside" or "form") } && ReferenceEquals(outer.Element, element))
                outer = outer.Outer;
        }

        return outer;
    }
}
