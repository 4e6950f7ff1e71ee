// The network of a private installation: one subnet that the app's calls leave through, one for the endpoints of the storage.

import { networkName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

@description('Address range, /24 or larger. Change it where it meets another network.')
param addressRange string = '10.61.0.0/24'

resource nobody 'Microsoft.Network/networkSecurityGroups@2026-03-01' = {
  name: 'nsg-ingest-${installation.token}'
  location: installation.location
  tags: installation.tags
  properties: {
    securityRules: [
      {
        name: 'nothing-from-outside'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

// Subnets have no way out of their own any more, and telemetry leaves for public addresses.
resource address 'Microsoft.Network/publicIPAddresses@2026-03-01' = {
  name: 'pip-ingest-${installation.token}'
  location: installation.location
  tags: installation.tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gateway 'Microsoft.Network/natGateways@2026-03-01' = {
  name: 'ng-ingest-${installation.token}'
  location: installation.location
  tags: installation.tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: networkName(installation.token)
  location: installation.location
  tags: installation.tags
  properties: {
    addressSpace: { addressPrefixes: [addressRange] }
    subnets: [
      {
        // The subscription must know the provider of the delegation: README.md, Deploy.
        // A /27 is the smallest that Flex Consumption takes; this one has 59 addresses to give. Where each instance took one of its own, that would be fewer
        // than prod's maximumInstances: no deployment has shown it yet.
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressRange, 26, 0)
          defaultOutboundAccess: false
          natGateway: { id: gateway.id }
          networkSecurityGroup: { id: nobody.id }
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'storage'
        properties: {
          addressPrefix: cidrSubnet(addressRange, 26, 1)
          defaultOutboundAccess: false
          networkSecurityGroup: { id: nobody.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}
