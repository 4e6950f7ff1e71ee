// Who hears of the blobs. Deployed after the code: Event Grid asks the app's endpoint whether it wants the events, and the endpoint's key,
// blobs_extension, is made by the host when it first runs the code. The template fetches the key itself: it stands in no parameter, no
// command line and no history of deployments.

import { containers, queues } from 'names.bicep'

@description('Name of the Functions app.')
param appName string

@description('Name of the account that articles are dropped into.')
param dataAccountName string

@description('Name of the system topic on that account.')
param topicName string

@description('With the trailing slash: without it, articles-old would be heard as well.')
var articles = '/blobServices/default/containers/${containers.articles}/'

// https://learn.microsoft.com/azure/event-grid/delivery-and-retry
@description('An event is tried for a day, after 10 s, 30 s, 1 min, 5 min and so on up to hours; then it is put aside.')
var patience = { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName

  resource created 'eventSubscriptions' = {
    name: 'created'
    properties: {
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestOnEvent&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
          preferredBatchSizeInKilobytes: 64
        }
      }
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        subjectBeginsWith: articles
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        enableAdvancedFilteringOnArrays: true
        advancedFilters: [
          {
            // The calls that leave a whole blob behind; the account has no hierarchical namespace, in which there would be others.
            operatorType: 'StringIn'
            key: 'data.api'
            values: ['PutBlob', 'PutBlockList', 'CopyBlob']
          }
        ]
      }
      retryPolicy: patience
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: dataAccount.id, blobContainerName: containers.deadLetters }
        }
      }
    }
  }

  // Into a queue: no endpoint, no key, and what happens while the app is away waits for it, however long.
  resource deleted 'eventSubscriptions' = {
    name: 'deleted'
    properties: {
      deliveryWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        destination: {
          endpointType: 'StorageQueue'
          properties: { resourceId: dataAccount.id, queueName: queues.deleted, queueMessageTimeToLiveInSeconds: -1 }
        }
      }
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        subjectBeginsWith: articles
        includedEventTypes: ['Microsoft.Storage.BlobDeleted']
        enableAdvancedFilteringOnArrays: true
        advancedFilters: [{ operatorType: 'StringIn', key: 'data.api', values: ['DeleteBlob'] }]
      }
      retryPolicy: patience
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: dataAccount.id, blobContainerName: containers.deadLetters }
        }
      }
    }
  }
}
