using Microsoft.Playwright;

namespace Minqing.Browser.Tests;

/// <summary>A keyboard that counts what an operator's fingers do: a Chinese sign is four keys (its pinyin and the choice), a key with Control two.</summary>
internal sealed class CountedKeys(IKeyboard keyboard)
{
    private const int KeysOfASign = 4;

    public int Pressed { get; private set; }

    public Task TypeAsync(string words)
    {
        Pressed += words.Sum(c => char.IsAscii(c) ? 1 : KeysOfASign);
        return keyboard.TypeAsync(words);
    }

    public Task PressAsync(string key)
    {
        Pressed += key.Split('+').Length;
        return keyboard.PressAsync(key);
    }
}
