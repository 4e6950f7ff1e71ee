// The Functions app on Flex Consumption, and every setting that it reads.

import { appName, dataAccountName, hostAccountName, identityName, insightsName, networkName, packages } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

@description('Prefix of the tables\' names; Ingest:TablePrefix of the app.')
param tablePrefix string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName(installation.token)
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName(installation.token)
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName(installation.token)
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName(installation.token)
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' existing = {
  name: networkName(installation.token)

  resource app 'subnets' existing = { name: 'app' }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-ingest-${installation.token}'
  location: installation.location
  tags: installation.tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true
    zoneRedundant: installation.stage.zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName(installation.token)
  location: installation.location
  // azd deploys the service of this name here.
  tags: union(installation.tags, { 'azd-service-name': 'ingest' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: installation.stage.privateNetworking ? network::app.id : null
    // Event Grid delivers over the public address; nothing else has any business here.
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: installation.stage.privateNetworking ? 'Deny' : 'Allow'
      ipSecurityRestrictions: installation.stage.privateNetworking
        ? [{ name: 'event-grid', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'AzureEventGrid' }]
        : []
      // Code comes in by the other door, with a token of Entra ID: azd, and what builds the releases.
      scmIpSecurityRestrictionsUseMain: false
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packages}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      // All instances at once, and not one after the other. What is in work is cut off, comes back by itself and counts as an
      // attempt, one of five; the rows bear it. RollingUpdate would let it end, but is a preview that is not recommended for
      // production, and has two engines at work side by side for as long as it takes.
      // https://learn.microsoft.com/azure/azure-functions/flex-consumption-site-updates
      #disable-next-line BCP037 // the service knows it, the types of this version don't yet
      siteUpdateStrategy: { type: 'Recreate' }
      scaleAndConcurrency: {
        instanceMemoryMB: installation.stage.instanceMemoryMB
        maximumInstanceCount: installation.stage.maximumInstances
        // 'blob' is the group of all blob triggers; each queue trigger is a group of its own, and may be cold in dev. Where zones are to be survived, the
        // platform keeps two instances of every group ready, whatever stands here, and bills them: with two of 'blob', six in prod.
        // https://learn.microsoft.com/azure/reliability/reliability-functions
        alwaysReady: installation.stage.alwaysReadyInstances == 0
          ? []
          : [{ name: 'blob', instanceCount: installation.stage.alwaysReadyInstances }]
      }
    }
  }

  resource noPasswordFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPasswordScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        // The host's own account. By its name alone: code that looked here for articles would find no address and not start.
        AzureWebJobsStorage__accountName: hostAccount.name
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId

        // The articles' account: of the triggers and of the pipeline. The queue too, for the host puts there what it gives up on.
        IngestStorage__blobServiceUri: dataAccount.properties.primaryEndpoints.blob
        IngestStorage__queueServiceUri: dataAccount.properties.primaryEndpoints.queue
        IngestStorage__tableServiceUri: dataAccount.properties.primaryEndpoints.table
        IngestStorage__credential: 'managedidentity'
        IngestStorage__clientId: identity.properties.clientId

        // Exactly one of the two blob triggers is on; Flex Consumption knows the other source alone.
        'AzureWebJobs.IngestOnScan.Disabled': 'true'

        // A connection string without a key that is worth anything: local authentication is off. The host takes its identity from the
        // second setting, the worker from the third.
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        AZURE_CLIENT_ID: identity.properties.clientId

        // Host and worker read these: in OpenTelemetry mode, sampling is no longer host.json's.
        OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
        OTEL_TRACES_SAMPLER_ARG: installation.stage.tracesKept
      },
      tablePrefix == '' ? {} : { Ingest__TablePrefix: tablePrefix }
    )
  }
}
