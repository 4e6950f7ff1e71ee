using System.Runtime.CompilerServices;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>
/// The hash of a phrase, as the lists compare it: FNV-1a over small letters without accents, with white space as one blank, and without
/// apostrophes and points. It takes the phrase letter by letter, so no folded copy is made.
/// </summary>
internal struct PhraseHash()
{
    private ulong _hash = 14695981039346656037;
    private bool _hasBlank;

    /// <summary>Number of letters and blanks so far, without blanks at the end.</summary>
    public int Length { get; private set; }

    /// <summary>The hash of the first word; 0 while there is only one.</summary>
    public ulong FirstWord { get; private set; }

    public readonly ulong Value => _hash;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char c)
    {
        if (c is >= 'a' and <= 'z')
            Mix(c);
        else if (c is >= 'A' and <= 'Z')
            Mix((char)(c | 0x20));
        else
            AppendOther(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendOther(char c)
    {
        if (c == '.' || Tokenizer.IsApostrophe(c))
            return;
        if (char.IsWhiteSpace(c))
            _hasBlank = Length > 0;
        else
            Mix(c is '‐' or '‑' ? '-' : LetterFolding.Fold(c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(char c)
    {
        if (_hasBlank)
        {
            if (FirstWord == 0)
                FirstWord = _hash;
            _hasBlank = false;
            _hash = (_hash ^ ' ') * 1099511628211;
            Length++;
        }

        _hash = (_hash ^ c) * 1099511628211;
        Length++;
    }
}
