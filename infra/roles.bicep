// Who may do what. Roles lie on a container, a queue or a table where one is enough, and on an account only where names aren't known before.

import { containers, dataAccountName, hostAccountName, identityName, insightsName, queues, tableNames, topicName } from 'names.bicep'
import { Installation, Operator } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

@description('Prefix of the tables\' names.')
param tablePrefix string

@description('Who runs the command line.')
param operator Operator

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
@description('Roles that are built in.')
var role = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueDataReader: '19e7f393-937e-4f77-808e-94535e297925'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableDataReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

@description('Tables of this installation.')
var tables = tableNames(tablePrefix)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName(installation.token)
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName(installation.token)
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName(installation.token)
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName(installation.token)

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource articles 'containers' existing = { name: containers.articles }
    resource extractions 'containers' existing = { name: containers.extractions }
    resource deadletters 'containers' existing = { name: containers.deadLetters }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource queue 'queues' existing = [for queue in items(queues): { name: queue.value }]
    resource deleted 'queues' existing = { name: queues.deleted }
  }

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource table 'tables' existing = [for name in tables: { name: name }]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName(installation.token)
}

// The host makes its containers and its queue itself, under names that hold its id: the whole account, in which nothing else lives.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, identity.id, role.blobDataOwner)
  scope: hostAccount
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobDataOwner)
  }
}

resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, identity.id, role.queueDataContributor)
  scope: hostAccount
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.queueDataContributor)
  }
}

// In its tables the host keeps what it tells of itself, under names that it chooses: diagnostic events.
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, identity.id, role.tableDataContributor)
  scope: hostAccount
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.tableDataContributor)
  }
}

// Owner is what the blob trigger asks for: https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger
resource articles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount::blobs::articles.id, identity.id, role.blobDataOwner)
  scope: dataAccount::blobs::articles
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobDataOwner)
  }
}

resource extractions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount::blobs::extractions.id, identity.id, role.blobDataContributor)
  scope: dataAccount::blobs::extractions
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobDataContributor)
  }
}

resource appQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in items(queues): {
    name: guid(dataAccount::queueService::queue[i].id, identity.id, role.queueDataContributor)
    scope: dataAccount::queueService::queue[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.queueDataContributor)
    }
  }
]

resource appTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in tables: {
    name: guid(dataAccount::tableService::table[i].id, identity.id, role.tableDataContributor)
    scope: dataAccount::tableService::table[i]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.tableDataContributor)
    }
  }
]

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, role.metricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.metricsPublisher)
  }
}

// Event Grid: one queue to add to, one container for what it could not deliver.
resource deletions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount::queueService::deleted.id, topic.id, role.queueMessageSender)
  scope: dataAccount::queueService::deleted
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.queueMessageSender)
  }
}

resource deadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount::blobs::deadletters.id, topic.id, role.blobDataContributor)
  scope: dataAccount::blobs::deadletters
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobDataContributor)
  }
}

@description('Roles of people.')
var peopleRoles = operator.mayWrite
  ? [role.blobDataContributor, role.queueDataContributor, role.tableDataContributor]
  : [role.blobDataReader, role.queueDataReader, role.tableDataReader]

// People: the data account, for they list it; never the host's.
resource people 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in peopleRoles: if (operator.id != '') {
    name: guid(dataAccount.id, operator.id, id)
    scope: dataAccount
    properties: {
      principalId: operator.id
      principalType: operator.type
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)
    }
  }
]
