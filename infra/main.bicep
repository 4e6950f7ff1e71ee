// An installation: everything but the event subscriptions, which need the app's code to be there (events.bicep).
//
//   identity ──────────────────────────────┐
//   monitoring ─▶ storage (host, data) ─▶ topic ─▶ roles ─┐
//   network ────────▶ endpoints ──────────────────────────┴─▶ app          alerts watch the topic and the logs

targetScope = 'subscription'

import { appName, dataAccountName, topicName } from 'names.bicep'
import { Stage } from 'stages.bicep'
import { Budget, Installation, Operator } from 'types.bicep'

@minLength(1)
@maxLength(64)
@description('Name of the installation; azd\'s environment.')
param environmentName string

@description('Region. One that has Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@description('How it is laid out.')
param stage Stage

@description('Who runs the command line against the account. Empty id: nobody.')
param operator Operator

@description('Public addresses or ranges (CIDR) from which operators and producers reach the data account where networking is private.')
param allowedAddresses string[]

@description('Addresses of mail that alerts go to.')
param alertEmails string[]

@description('What a month may cost before somebody is told.')
param budget Budget

@maxLength(20)
@description('Prefix of the tables\' names: letters and digits, the first one a letter. Empty: none.')
param tablePrefix string

@description('What every file has to know.')
var installation Installation = {
  location: location
  token: uniqueString(subscription().id, environmentName, location)
  tags: { 'azd-env-name': environmentName }
  stage: stage
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-ingest-${environmentName}'
  location: location
  tags: installation.tags
}

module identity 'identity.bicep' = {
  scope: group
  params: { installation: installation }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: { installation: installation }
}

module storageHost 'storage-host.bicep' = {
  scope: group
  dependsOn: [monitoring]
  params: { installation: installation }
}

module storageData 'storage-data.bicep' = {
  scope: group
  dependsOn: [monitoring]
  params: {
    installation: installation
    tablePrefix: tablePrefix
    allowedAddresses: allowedAddresses
  }
}

module topic 'topic.bicep' = {
  scope: group
  dependsOn: [monitoring, storageData]
  params: { installation: installation }
}

module roles 'roles.bicep' = {
  scope: group
  dependsOn: [identity, monitoring, storageHost, storageData, topic]
  params: { installation: installation, tablePrefix: tablePrefix, operator: operator }
}

module network 'network.bicep' = if (stage.privateNetworking) {
  scope: group
  params: { installation: installation }
}

module endpoints 'endpoints.bicep' = if (stage.privateNetworking) {
  scope: group
  dependsOn: [network, storageHost, storageData]
  params: { installation: installation }
}

module app 'app.bicep' = {
  scope: group
  // Its first start wants to read and write.
  dependsOn: [roles, endpoints]
  params: { installation: installation, tablePrefix: tablePrefix }
}

module alerts 'alerts.bicep' = {
  scope: group
  dependsOn: [monitoring, topic, app]
  params: { installation: installation, emails: alertEmails, budget: budget }
}

@description('What nobody will be told of, in words.')
var gaps = [
  ...(empty(alertEmails) ? ['no alert wakes anybody: azd env set INGEST_ALERT_EMAILS night@example.org'] : [])
  ...(budget.amount == 0 ? ['nobody hears what it costs: azd env set INGEST_MONTHLY_BUDGET and INGEST_BUDGET_FROM'] : [])
]

// azd keeps these in its environment: the hook and the command line read them there.
@description('Where everything is.')
output AZURE_RESOURCE_GROUP string = group.name
@description('Name of the Functions app.')
output INGEST_FUNCTION_APP string = appName(installation.token)
@description('Name of the account that articles are dropped into.')
output INGEST_DATA_ACCOUNT string = dataAccountName(installation.token)
@description('Name of the system topic on that account.')
output INGEST_TOPIC string = topicName(installation.token)
@description('Setting of the command line.')
output IngestStorage__blobServiceUri string = storageData.outputs.blobServiceUri
@description('Setting of the command line.')
output IngestStorage__queueServiceUri string = storageData.outputs.queueServiceUri
@description('Setting of the command line.')
output IngestStorage__tableServiceUri string = storageData.outputs.tableServiceUri
@description('Setting of the command line, which finds the tables by it. The containers have the names that it takes by itself.')
output Ingest__TablePrefix string = tablePrefix
@description('What this installation lacks; the hook says it after each deployment. Empty: nothing.')
output INGEST_GAPS string = join(gaps, '; ')
