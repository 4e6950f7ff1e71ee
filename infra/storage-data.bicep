// The account of the articles and of everything that is made of them. All that the app uses is created here, so that the app need not be
// allowed to create.

import { containers, dataAccountName, queues, tableNames, workspaceName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

@description('Prefix of the tables\' names; Ingest:TablePrefix of the app.')
param tablePrefix string

@description('Public addresses or ranges (CIDR) from which operators and producers reach a private account.')
param allowedAddresses string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName(installation.token)
}

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: dataAccountName(installation.token)
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
    // No hierarchical namespace: it would exclude versions.
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Enabled, with everything denied but what is named: 'Disabled' would ignore the addresses of the operators.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      // AzureServices: Event Grid delivers deletions and dead letters here, as itself.
      bypass: 'AzureServices'
      defaultAction: installation.stage.privateNetworking ? 'Deny' : 'Allow'
      ipRules: [for address in allowedAddresses: { value: address, action: 'Allow' }]
    }
  }
}

// Of the account and what its template made, not of blobs and rows: those are deleted as ever.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (installation.stage.locked) {
  name: 'articles-stay'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Articles, and the versions of them, are nowhere else. To delete the installation: infra/README.md, Delete.'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: installation.stage.undeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: installation.stage.undeleteDays }
  }
}

resource blobContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for container in items(containers): {
    parent: blobs
    name: container.value
    properties: { publicAccess: 'None' }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource storageQueue 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-06-01' = [
  for queue in items(queues): {
    parent: queueService
    name: queue.value
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-06-01' = [
  for name in tableNames(tablePrefix): {
    parent: tableService
    name: name
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      // No rule moves articles to a cooler tier: the move is billed as a write to it, for each blob. At $0.10 for ten thousand and some $0.0084 less for a GB and
      // month, an article of 20 KB earns it back in five years, and the first reprocessing, whose reads cost more there too, makes it longer. And never to the
      // archive, for there nothing can be read. https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview#pricing-and-billing
      rules: [
        {
          // Every reprocessing leaves a version of each extraction behind. A version's age is that of its making, so one that was long in use goes
          // soon after it is replaced; but what goes here is deleted softly, and can be had back as long as any other.
          name: 'old-versions-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: installation.stage.undeleteDays } }
              snapshot: { delete: { daysAfterCreationGreaterThan: installation.stage.undeleteDays } }
            }
          }
        }
        {
          name: 'dead-letters-go'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.deadLetters}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } } }
          }
        }
      ]
    }
  }
}

// Writes and deletions alone, not reads: who dropped what is asked after, and two alerts count them.
#disable-next-line use-recent-api-versions // the stable one, of 2016, is on its way out
resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // as above
resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

// Metrics alone: an article is some twenty rows, and a line of log for each would cost more than the rows.
#disable-next-line use-recent-api-versions // as above
resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspace.id
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Address of the blobs.')
output blobServiceUri string = account.properties.primaryEndpoints.blob
@description('Address of the queues.')
output queueServiceUri string = account.properties.primaryEndpoints.queue
@description('Address of the tables.')
output tableServiceUri string = account.properties.primaryEndpoints.table
