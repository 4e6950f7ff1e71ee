// The account of the Functions host: its leases and keys, the blob trigger's internal queue, the package of the app. No article, no row.

import { hostAccountName, packages, workspaceName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName(installation.token)
}

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: hostAccountName(installation.token)
  location: installation.location
  tags: installation.tags
  kind: 'StorageV2'
  sku: { name: installation.stage.zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: installation.stage.privateNetworking ? 'Disabled' : 'Enabled'
    networkAcls: {
      // AzureServices: the platform puts the package there when the code is deployed.
      bypass: 'AzureServices'
      defaultAction: installation.stage.privateNetworking ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 7 }
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
    }

    resource container 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }
}

// No logs: the host polls its queue all day long.
#disable-next-line use-recent-api-versions // the stable one, of 2016, is on its way out
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspace.id
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}
