using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Ingest.Infra.Tests;

/// <summary>
/// An assembly out of the executable of the Bicep CLI, which is a bundle of them. Its header and manifest:
/// https://github.com/dotnet/designs/blob/main/accepted/2020/single-file/bundler.md
/// </summary>
internal static class BicepAssembly
{
    // The bytes that the place of the header stands before: SHA-256 of ".net core bundle".
    private static readonly byte[] Signature =
        Convert.FromHexString("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");

    /// <summary>Codes of all linter rules: constants named <c>Code</c> of the classes in the namespace of the rules.</summary>
    public static IReadOnlyList<string> LinterRules()
    {
        using var assembly = new PEReader([.. Read("Azure.Bicep.Core.dll")]);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               where metadata.GetString(type.Namespace) == "Bicep.Core.Analyzers.Linter.Rules"
               from fieldHandle in type.GetFields()
               let field = metadata.GetFieldDefinition(fieldHandle)
               where metadata.GetString(field.Name) == "Code" && !field.GetDefaultValue().IsNil
               select (string)metadata.GetBlobReader(metadata.GetConstant(field.GetDefaultValue()).Value)
                   .ReadConstant(ConstantTypeCode.String)!,
        ];
    }

    private static byte[] Read(string name)
    {
        var bundle = File.ReadAllBytes(BicepCli.Path);
        var at = bundle.AsSpan().IndexOf(Signature) - sizeof(long);
        using var reader = new BinaryReader(new MemoryStream(bundle), Encoding.UTF8);
        reader.BaseStream.Position = BitConverter.ToInt64(bundle, at);

        reader.BaseStream.Position += 2 * sizeof(uint);   // version
        var files = reader.ReadInt32();
        reader.ReadString();                               // id of the bundle
        reader.BaseStream.Position += 5 * sizeof(long);    // places of two well-known files, flags
        for (; files > 0; files--)
        {
            var (offset, size, compressed) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            reader.ReadByte();                             // kind of file
            if (reader.ReadString() != name)
                continue;
            if (compressed == 0)
                return bundle.AsSpan((int)offset, (int)size).ToArray();
            var bytes = new byte[size];
            using var deflate = new DeflateStream(new MemoryStream(bundle, (int)offset, (int)compressed), CompressionMode.Decompress);
            deflate.ReadExactly(bytes);
            return bytes;
        }

        throw new FileNotFoundException($"{name} is not in the bundle.");
    }
}
