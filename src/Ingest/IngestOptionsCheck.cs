using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>Reads and checks the settings; whatever is wrong with one is said by its name, with what it is and what it takes.</summary>
internal sealed class IngestOptionsCheck : IValidateOptions<IngestOptions>
{
    /// <exception cref="OptionsValidationException">A setting that there isn't, or one that isn't of its kind.</exception>
    public static void Read(IngestOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(IngestOptions.Section);
        if (Unknown(section, typeof(IngestOptions)).FirstOrDefault() is { } unknown)
            throw Wrong(unknown);
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)   // it names the setting and the value
        {
            throw Wrong(e.Message);
        }
    }

    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        var wrong = Wrongs(IngestOptions.Section, options).ToList();
        if (options.ArticlesContainer == options.ExtractionsContainer)
        {
            wrong.Add($"{IngestOptions.Section}:{nameof(IngestOptions.ExtractionsContainer)} is \"{options.ExtractionsContainer}\", the "
                + "container of the articles: "
                + "what is written there would be read as an article.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type options)
    {
        foreach (var child in section.GetChildren())
        {
            var setting = Settings(options).FirstOrDefault(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (setting is null)
                yield return $"{child.Path} is no setting. These are: {string.Join(", ", Settings(options).Select(known => known.Name))}.";
            else if (IsSection(setting))
            {
                foreach (var unknown in Unknown(child, setting.PropertyType))
                    yield return unknown;
            }
        }
    }

    private static IEnumerable<string> Wrongs(string path, object options) => Settings(options.GetType()).SelectMany(setting =>
    {
        var (name, value) = ($"{path}:{setting.Name}", setting.GetValue(options));
        return IsSection(setting)
            ? Wrongs(name, value!)
            : setting.GetCustomAttributes<ValidationAttribute>()
                .Where(attribute => !attribute.IsValid(value))
                .Select(attribute => attribute is RangeAttribute range
                ? $"{name} is {value}; it takes a number from {range.Minimum} to {range.Maximum}."
                : $"{name} is \"{value}\"; {attribute.ErrorMessage}");
    });

    private static PropertyInfo[] Settings(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool IsSection(PropertyInfo setting) => setting.IsDefined(typeof(ValidateObjectMembersAttribute));

    private static OptionsValidationException Wrong(string message) => new(Options.DefaultName, typeof(IngestOptions), [message]);
}
