namespace Ingest.Cli.Azurite;

/// <summary>Azurite can't be installed or started; the message says what to do.</summary>
internal sealed class AzuriteException(string message, Exception? innerException = null) : Exception(message, innerException);
