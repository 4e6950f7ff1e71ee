// Both accounts inside the network, under their usual names.

import { dataAccountName, hostAccountName, networkName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' existing = {
  name: networkName(installation.token)

  resource storage 'subnets' existing = { name: 'storage' }
}

@description('The services of an account that have an endpoint.')
var services = ['blob', 'queue', 'table']

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: installation.tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zone[i]
    name: 'ingest'
    location: 'global'
    tags: installation.tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

@description('One for each service of each account.')
var doors = flatten(map(
  [hostAccountName(installation.token), dataAccountName(installation.token)],
  account => map(services, (service, i) => { account: account, service: service, zone: i })
))

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for door in doors: {
    name: 'pep-${door.account}-${door.service}'
    location: installation.location
    tags: installation.tags
    properties: {
      subnet: { id: network::storage.id }
      privateLinkServiceConnections: [
        {
          name: door.service
          properties: {
            privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', door.account)
            groupIds: [door.service]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (door, i) in doors: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: door.service, properties: { privateDnsZoneId: zone[door.zone].id } }]
    }
  }
]
