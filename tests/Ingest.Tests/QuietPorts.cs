using System.Net;
using System.Net.Sockets;

namespace Ingest.Tests;

/// <summary>
/// Ports that the system gives to nobody who asks for any: a connection or a listener of another test can't have taken one between the look
/// at it and its use. Such begin at 32768: https://docs.kernel.org/networking/ip-sysctl.html#ip-variables (ip_local_port_range).
/// </summary>
internal static class QuietPorts
{
    private const int First = 20_000, End = 32_000;

    /// <summary>Listeners on three of them.</summary>
    public static ((int Blob, int Queue, int Table) Ports, List<TcpListener> Listeners) Listen()
    {
        var listeners = new List<TcpListener>();
        while (listeners.Count < 3)
        {
            var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(First, End));
            try
            {
                listener.Start();
                listeners.Add(listener);
            }
            catch (SocketException)
            {
                listener.Dispose();   // somebody has it
            }
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        return ((ports[0], ports[1], ports[2]), listeners);
    }

    /// <summary>Three of them on which nobody listens.</summary>
    public static (int Blob, int Queue, int Table) Find()
    {
        var (ports, listeners) = Listen();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
