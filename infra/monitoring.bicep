// Where logs, metrics and traces go. Nobody writes with a key: local authentication is off, in both.

import { insightsName, workspaceName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName(installation.token)
  location: installation.location
  tags: installation.tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: installation.stage.logDays
    workspaceCapping: { dailyQuotaGb: installation.stage.logCapGB }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName(installation.token)
  location: installation.location
  tags: installation.tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}
