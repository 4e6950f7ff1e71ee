// What happens to the blobs of the data account. Who hears of it is in events.bicep, which needs the app's code to be there.

import { dataAccountName, topicName, workspaceName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName(installation.token)
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName(installation.token)
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName(installation.token)
  location: installation.location
  tags: installation.tags
  // Its own identity, not the app's: behind a storage firewall, Event Grid is let in as a trusted service with this kind alone.
  identity: { type: 'SystemAssigned' }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

#disable-next-line use-recent-api-versions // the stable one, of 2016, is on its way out
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
