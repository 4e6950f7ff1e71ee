// What wakes somebody. What each means and what to do is in README.md of this folder, under the same names.

import { appName, containers, queues, topicName, workspaceName } from 'names.bicep'
import { Budget, Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

@description('Addresses of mail. None: alerts stand in the portal and wake nobody.')
param emails string[]

@description('What a month may cost before somebody is told. Amount 0: nobody is.')
param budget Budget

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName(installation.token)
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName(installation.token)
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName(installation.token)
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-ingest-${installation.token}'
  location: 'global'
  tags: installation.tags
  properties: {
    enabled: true
    groupShortName: 'ingest'
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

@description('Messages that were put into a queue, as a query.')
var messages = '''
  StorageQueueLogs
  | where OperationName == 'PutMessage' and StatusText == 'Success'
  | where split(parse_url(Uri).Path, '/')[1] == 'QUEUE'
  | summarize Messages = count()
  | where Messages > 0
'''

@description('Minutes after which a deletion counts as unread.')
var unreadMinutes = 60

// resolves: whether the alert ends when no row comes any more. What counts events of a window ends with the window, and nothing is mended
// by then: such an alert stays until somebody closes it.
// Each looks back at least twice as far as the time between two looks: a line of log may come minutes late.
@description('A query that returns a row is an alert. Names of metrics are those of the app\'s meter.')
var rules = [
  {
    name: 'poison'
    resolves: false
    severity: 1
    says: 'The host gave up on a file: five attempts failed.'
    minutes: 30
    query: replace(messages, 'QUEUE', queues.poison)
  }
  {
    name: 'poison-deletions'
    resolves: false
    severity: 1
    says: 'The host gave up on a deletion: the file is gone, and its rows may stand.'
    minutes: 30
    query: replace(messages, 'QUEUE', queues.poisonOfDeleted)
  }
  {
    name: 'deletions-unread'
    resolves: false
    severity: 1
    says: 'Files were deleted ${unreadMinutes} minutes ago and nobody has read that since: their rows stand. Messages wait in the queue for ever.'
    minutes: 6 * unreadMinutes
    query: replace(
      replace(
        '''
      StorageQueueLogs
      | where StatusText == 'Success' and split(parse_url(Uri).Path, '/')[1] == 'QUEUE'
      | summarize
          LastPut = maxif(TimeGenerated, OperationName == 'PutMessage' and TimeGenerated < ago(MINUTESm)),
          LastDone = maxif(TimeGenerated, OperationName == 'DeleteMessage')
      | where isnotnull(LastPut) and (isnull(LastDone) or LastDone < LastPut)
    ''',
        'QUEUE',
        queues.deleted
      ),
      'MINUTES',
      string(unreadMinutes)
    )
  }
  {
    name: 'worker-died'
    resolves: true
    severity: 2
    says: 'The process of the app ended by itself, and all that it had in work failed: out of memory, most likely.'
    // The host tells it, for who dies tells nothing. Of an instance that dies whole, host and all, there is the alert memory, and
    // nothing after it.
    minutes: 30
    query: '''
      AppExceptions
      | where strcat(ExceptionType, ' ', OuterType, ' ', InnermostType) has 'WorkerProcessExitException'
      | summarize Exceptions = count()
      | where Exceptions > 0
    '''
  }
  {
    name: 'failure-rate'
    resolves: true
    severity: 2
    says: 'More than one file in twenty could not be read.'
    // Files, as they are delivered: a dump of ten thousand articles is one, and so is an archive with five members that can't be read.
    minutes: 60
    query: '''
      AppMetrics
      | where Name == 'ingest.files'
      | extend Outcome = tostring(Properties.outcome)
      | summarize Read = sumif(Sum, Outcome == 'ingested'), Unreadable = sumif(Sum, Outcome == 'unreadable')
      | where Unreadable >= 5 and Unreadable > 0.05 * (Read + Unreadable)
    '''
  }
  {
    name: 'attempts'
    resolves: true
    severity: 2
    says: 'More than one attempt in twenty failed: the storage, or the app itself.'
    // A metric of the app: which of its spans become requests, and under what name, differs from host to host.
    minutes: 30
    query: '''
      AppMetrics
      | where Name in ('ingest.files', 'ingest.faults')
      | summarize Ended = sumif(Sum, Name == 'ingest.files'), Failed = sumif(Sum, Name == 'ingest.faults')
      | where Failed >= 5 and Failed > 0.05 * (Ended + Failed)
    '''
  }
  {
    name: 'lag'
    resolves: true
    severity: 2
    says: 'An article waited too long for its rows.'
    minutes: 30
    query: replace(
      '''
      AppMetrics
      | where Name == 'ingest.lag'
      | summarize WorstSeconds = max(Max)
      | where WorstSeconds > LIMIT
    ''',
      'LIMIT',
      string(installation.stage.lagSeconds)
    )
  }
  {
    name: 'log-cap'
    resolves: true
    severity: 2
    says: 'The workspace takes in no more telemetry today: until it does again, no alert that asks for logs can tell anything.'
    minutes: 30
    // https://learn.microsoft.com/azure/azure-monitor/logs/daily-cap
    query: '''
      _LogOperation
      | where Category =~ 'Ingestion' and Detail contains 'OverQuota'
      | summarize Times = count()
      | where Times > 0
    '''
  }
  {
    name: 'stalled'
    resolves: false
    severity: 1
    says: 'Files were dropped and nothing was done: no event arrives, or the app does not start.'
    minutes: 60
    query: replace(
      '''
      let Work = toscalar(AppMetrics | where Name == 'ingest.files' | summarize sum(Sum));
      StorageBlobLogs
      | where TimeGenerated < ago(15m)
      | where OperationName in ('PutBlob', 'PutBlockList', 'CopyBlob') and StatusText == 'Success'
      | where split(parse_url(Uri).Path, '/')[1] == 'CONTAINER'
      | summarize Dropped = count()
      | where Dropped > 0 and coalesce(Work, 0.0) == 0
    ''',
      'CONTAINER',
      containers.articles
    )
  }
]

resource query 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for item in rules: {
    name: 'ingest-${item.name}-${installation.token}'
    location: installation.location
    tags: installation.tags
    kind: 'LogAlert'
    properties: {
      displayName: 'ingest: ${item.name}'
      description: item.says
      severity: item.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT${item.minutes}M'
      // A table of the workspace is there from its first row on, which may come after this rule.
      skipQueryValidation: true
      autoMitigate: item.resolves
      // Without it such an alert would come anew at each look.
      muteActionsDuration: item.resolves ? null : 'PT${item.minutes}M'
      criteria: {
        allOf: [
          {
            query: item.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

// An instance that is killed for its memory reports nothing: this alert fires before it is killed. One series for each instance.
// https://learn.microsoft.com/azure/azure-functions/monitor-functions-reference
resource memory 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'ingest-memory-${installation.token}'
  location: 'global'
  tags: installation.tags
  properties: {
    description: 'An instance has nine tenths of its memory in use: what it has in work is in danger.'
    severity: 2
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'memory'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'MemoryWorkingSet'
          dimensions: [{ name: 'Instance', operator: 'Include', values: ['*'] }]
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: installation.stage.instanceMemoryMB * 1024 * 1024 / 10 * 9
          // An app that has not run yet has no metric, and the rule would be refused.
          skipMetricValidation: true
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

@description('Metrics of the topic, none of which may move.')
var losses = [
  {
    name: 'dead-letters'
    metric: 'DeadLetteredCount'
    says: 'Event Grid could not deliver an event for a day and put it into the container ${containers.deadLetters}.'
  }
  {
    name: 'dropped-events'
    metric: 'DroppedEventCount'
    says: 'Event Grid could neither deliver an event nor put it aside.'
  }
]

resource lost 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for loss in losses: {
    name: 'ingest-${loss.name}-${installation.token}'
    location: 'global'
    tags: installation.tags
    properties: {
      description: loss.says
      severity: 1
      enabled: true
      scopes: [topic.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      // A count of five minutes: it is nought again while the files are still unread.
      autoMitigate: false
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: loss.name
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: loss.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

// It stops nothing: it tells. Of this resource group alone, and half a day late, as costs come in.
// https://learn.microsoft.com/azure/cost-management-billing/costs/quick-create-budget-bicep
resource monthly 'Microsoft.Consumption/budgets@2026-06-01' = if (budget.amount > 0) {
  name: 'ingest-${installation.token}'
  properties: {
    category: 'Cost'
    amount: budget.amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: '${budget.from}T00:00:00Z' }
    notifications: {
      halfSpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [people.id]
      }
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [people.id]
      }
      willBeSpent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [people.id]
      }
    }
  }
}
