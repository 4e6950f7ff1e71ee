namespace Ingest.Text;

/// <summary>News agencies, as far as several readers know them; each adds those whose names mean nothing else where it reads.</summary>
internal static class NewsAgencies
{
    /// <summary>They send texts and pictures.</summary>
    public const string OfTextsAndPictures = "AFP AP Bloomberg Reuters Xinhua";

    /// <summary>They send texts.</summary>
    public const string OfTexts = "ANI IANS PTI UPI";
}
